package com.gmservices.notifications.preference;

import com.gmservices.notifications.Channel;
import com.gmservices.notifications.NoticeKind;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a member likes to be told.
 *
 * @param choices by kind and channel; what is not in it goes as is usual for the kind
 */
public record Preference(
        @Nullable QuietHours quietHours, Digest digest, Map<String, Map<Channel, Boolean>> choices, int revision) {

    public static final Preference USUAL = new Preference(null, Digest.NONE, Map.of(), 0);

    public Preference {
        choices = Map.copyOf(choices);
    }

    public boolean wants(NoticeKind kind, Channel channel) {
        return (kind.isNecessary() && channel == Channel.MAIL)
                || channel == Channel.PAGE
                || choices.getOrDefault(kind.code(), Map.of())
                        .getOrDefault(channel, kind.usual().contains(channel));
    }

    /** Whether it was the member who said no to what is usual. */
    public boolean hasDeclined(NoticeKind kind, Channel channel) {
        return kind.usual().contains(channel) && !wants(kind, channel);
    }

    public Preference choosing(String kind, Channel channel, boolean wanted) {
        var all = new HashMap<>(choices);
        var ofKind = new HashMap<>(choices.getOrDefault(kind, Map.of()));
        ofKind.put(channel, wanted);
        all.put(kind, Map.copyOf(ofKind));
        return new Preference(quietHours, digest, all, revision);
    }
}
