package com.gmservices.notifications;

import java.util.List;
import java.util.Set;

/**
 * Notices of one kind: what people choose about together, channel by channel. Contributed as a bean by the module that
 * tells them. What people call it stands in that module's bundle as {@code notice-kind.<code>}.
 *
 * @param isNecessary it belongs to a contract, as a receipt does: it has no link that ends it, and its mail stays on
 * @param isUrgent worth nothing later: it is not gathered into a digest
 * @param isForTeam told to those who work for the business, and to nobody else
 * @param usual the channels that carry it as long as a person has not chosen
 */
public record NoticeKind(
        String code,
        int order,
        boolean isNecessary,
        boolean isUrgent,
        boolean isForTeam,
        Set<Channel> usual,
        List<Text> texts) {

    /** For news of modules that have not said of which kind they are. */
    public static final String GENERAL = "general";

    /**
     * One thing that is said, as a business may word it for itself.
     *
     * @param key as in {@link Notice#key}
     * @param variables names of the notice's arguments, in their order
     */
    public record Text(String key, List<String> variables) {

        public Text {
            variables = List.copyOf(variables);
        }
    }

    public NoticeKind {
        usual = Set.copyOf(usual);
        texts = List.copyOf(texts);
    }

    public static NoticeKind of(String code, int order, Text... texts) {
        return new NoticeKind(code, order, false, false, false, Set.of(Channel.MAIL, Channel.PUSH), List.of(texts));
    }

    public NoticeKind necessary() {
        return new NoticeKind(code, order, true, isUrgent, isForTeam, usual, texts);
    }

    public NoticeKind urgent(Channel... usual) {
        return new NoticeKind(code, order, isNecessary, true, isForTeam, Set.of(usual), texts);
    }

    public NoticeKind forTeam() {
        return new NoticeKind(code, order, isNecessary, isUrgent, true, usual, texts);
    }
}
