package com.gmservices.notifications.wording;

import com.gmservices.notifications.Channel;
import com.gmservices.notifications.NoticeKind.Text;
import com.gmservices.notifications.Said;
import com.gmservices.notifications.preference.NoticeKinds;
import com.gmservices.tenancy.TenantId;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says things in the words of the business, or in the platform's where it has none or where its own do not fit any more. */
@Component
public class Phrasebook {

    /** What every text can name, beside what its notice is about. */
    static final List<String> ALWAYS = List.of("business", "name");

    private final WordingRows rows;
    private final NoticeKinds kinds;
    private final MessageSource messages;

    Phrasebook(WordingRows rows, NoticeKinds kinds, MessageSource messages) {
        this.rows = rows;
        this.kinds = kinds;
        this.messages = messages;
    }

    /** To whom something is said, by whom. */
    public record Reading(Locale language, ZoneId zone, String business, String name) {}

    /** In the order of the words, by one question. */
    @Transactional(readOnly = true)
    public List<Phrase> all(TenantId tenant, Collection<Words> words, Channel channel, Reading reading) {
        Map<String, Wording> own =
                rows.inForce(tenant, words.stream().map(Words::key).toList(), reading.language, channel);
        return words.stream()
                .map(said -> phrase(said, own.get(said.key()), channel, reading))
                .toList();
    }

    @Transactional(readOnly = true)
    public Phrase one(TenantId tenant, Words words, Channel channel, Reading reading) {
        return all(tenant, List.of(words), channel, reading).getFirst();
    }

    /** In the platform's words, for what belongs to no business. */
    public Phrase ours(Words words, Channel channel, Locale language, ZoneId zone) {
        Object[] arguments = arguments(words, language, zone);
        String subject = message(words.key(), "subject", arguments, language);
        String text = channel == Channel.SMS
                ? optional(words.key() + ".sms", arguments, language).orElse(subject)
                : message(words.key(), "text", arguments, language);
        return new Phrase(oneLine(subject), text, action(words.key(), arguments, language), null);
    }

    Phrase phrase(Words words, @Nullable Wording own, Channel channel, Reading reading) {
        Phrase ours = ours(words, channel, reading.language, reading.zone);
        Optional<Text> text = kinds.text(words.key());
        if (own == null || own.text() == null || text.isEmpty()) {
            return ours;
        }
        Map<String, String> values = values(text.get(), words, reading);
        String subject = Objects.requireNonNullElse(own.subject(), ours.subject());
        List<String> known = List.copyOf(values.keySet());
        return Variables.unknown(subject + own.text(), known).isEmpty()
                ? new Phrase(
                        oneLine(Variables.fill(subject, values)),
                        Variables.fill(own.text(), values),
                        ours.action(),
                        own.version())
                : ours;
    }

    private static Map<String, String> values(Text text, Words words, Reading reading) {
        var values = new HashMap<>(Map.of("business", reading.business, "name", reading.name));
        for (int at = 0;
                at < Math.min(text.variables().size(), words.arguments().size());
                at++) {
            values.put(
                    text.variables().get(at), Said.written(words.arguments().get(at), reading.language, reading.zone));
        }
        return values;
    }

    private String action(String key, Object[] arguments, Locale language) {
        return optional(key + ".action", arguments, language)
                .orElseGet(() -> messages.getMessage("notifications.mail.open", null, language));
    }

    /** Old rows outlive a message's name: the key is then shown rather than no page at all. */
    private String message(String key, String part, Object[] arguments, Locale language) {
        String code = key + "." + part;
        return optional(code, arguments, language).orElse(code);
    }

    private Optional<String> optional(String code, Object[] arguments, Locale language) {
        return Optional.ofNullable(messages.getMessage(code, arguments, null, language));
    }

    private static Object[] arguments(Words words, Locale language, ZoneId zone) {
        return words.arguments().stream()
                .map(said -> Said.written(said, language, zone))
                .toArray();
    }

    /** What people write must not end a header. */
    private static String oneLine(String subject) {
        return subject.replaceAll("\\p{Cntrl}+", " ");
    }
}
