package com.gmservices.notifications.wording;

import com.gmservices.audit.Act;
import com.gmservices.audit.Trail;
import com.gmservices.notifications.Channel;
import com.gmservices.notifications.NoticeKind.Text;
import com.gmservices.notifications.NotificationsRefused;
import com.gmservices.notifications.preference.NoticeKinds;
import com.gmservices.notifications.wording.Phrasebook.Reading;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Refusal.FieldError;
import com.gmservices.tenancy.Tenants;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a business words what it tells: version by version, each looked at before it holds. */
@Service
@Transactional
public class Wordings {

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_SMS = 480;

    private final WordingRows rows;
    private final Phrasebook phrasebook;
    private final NoticeKinds kinds;
    private final Tenants tenants;
    private final MessageSource messages;
    private final Trail trail;
    private final Clock clock;

    Wordings(
            WordingRows rows,
            Phrasebook phrasebook,
            NoticeKinds kinds,
            Tenants tenants,
            MessageSource messages,
            Trail trail,
            Clock clock) {
        this.rows = rows;
        this.phrasebook = phrasebook;
        this.kinds = kinds;
        this.tenants = tenants;
        this.messages = messages;
        this.trail = trail;
        this.clock = clock;
    }

    /** Which text, in which language, for which channel. */
    public record Place(String key, Locale language, Channel channel) {}

    @Transactional(readOnly = true)
    public List<Wording> own(CurrentMember admin) {
        return rows.latest(admin.tenant());
    }

    @Transactional(readOnly = true)
    public List<Wording> history(CurrentMember admin, Place place) {
        text(place);
        return rows.history(admin.tenant(), place.key, place.language, place.channel);
    }

    /** The names that a text can use. */
    public List<String> variables(Place place) {
        return Stream.concat(text(place).variables().stream(), Phrasebook.ALWAYS.stream())
                .toList();
    }

    /** As a start for one's own words: ours, with the names in place of the values. */
    public Phrase ours(Place place) {
        List<String> names =
                text(place).variables().stream().map("{%s}"::formatted).toList();
        return phrasebook.ours(
                new Words(place.key, names),
                place.channel,
                place.language,
                tenants.current().timeZone());
    }

    /** What it would read like, with values made up. */
    public Phrase preview(CurrentMember admin, Place place, @Nullable String subject, String text) {
        List<String> samples = text(place).variables().stream()
                .map(name -> sample(name, place.language))
                .toList();
        var wording =
                new Wording(place.key, place.language, place.channel, 0, subject, text, admin.id(), clock.instant());
        var reading = new Reading(
                place.language, tenants.current().timeZone(), tenants.current().name(), sample("name", place.language));
        return phrasebook.phrase(new Words(place.key, samples), wording, place.channel, reading);
    }

    private String sample(String variable, Locale language) {
        return Objects.requireNonNull(
                messages.getMessage("notifications.sample." + variable, null, variable, language));
    }

    /** @param seen the version that it follows; 0 for the first */
    public void save(CurrentMember admin, Place place, int seen, @Nullable String subject, String text) {
        check(place, subject, text);
        add(admin, place, seen, place.channel == Channel.SMS ? null : subject, text.strip());
    }

    /** From now on the platform's words again. */
    public void restore(CurrentMember admin, Place place, int seen) {
        text(place);
        add(admin, place, seen, null, null);
    }

    private void add(CurrentMember admin, Place place, int seen, @Nullable String subject, @Nullable String text) {
        admin.require("update:notification-texts");
        int newest = rows.history(admin.tenant(), place.key, place.language, place.channel).stream()
                .findFirst()
                .map(Wording::version)
                .orElse(0);
        if (newest != seen
                || !rows.add(
                        admin.tenant(),
                        place.key,
                        place.language,
                        place.channel,
                        seen + 1,
                        subject,
                        text,
                        admin.id(),
                        clock.instant())) {
            throw new NotificationsRefused.ChangedMeanwhile();
        }
        trail.record(Act.of("notification-text.changed", "notification-text", place.key)
                .to(Map.of(
                        "language", place.language.getLanguage(),
                        "channel", place.channel.code(),
                        "version", seen + 1)));
    }

    /** @throws NotificationsRefused.Unfit with all that does not fit */
    public void check(Place place, @Nullable String subject, String text) {
        List<String> known = variables(place);
        var wrong = new ArrayList<FieldError>();
        if (place.channel != Channel.SMS) {
            String line = Objects.requireNonNullElse(subject, "");
            note(wrong, "/subject", line, LONGEST_SUBJECT, known);
            if (line.contains("\n") || line.contains("\r")) {
                wrong.add(new FieldError("/subject", "A subject is one line"));
            }
        }
        note(wrong, "/text", text, place.channel == Channel.SMS ? LONGEST_SMS : LONGEST_TEXT, known);
        if (!wrong.isEmpty()) {
            throw new NotificationsRefused.Unfit(wrong);
        }
    }

    private static void note(List<FieldError> wrong, String pointer, String said, int longest, List<String> known) {
        if (said.isBlank()) {
            wrong.add(new FieldError(pointer, "Say something"));
        } else if (said.length() > longest) {
            wrong.add(new FieldError(pointer, "At most %d characters".formatted(longest)));
        }
        if (said.indexOf('\0') >= 0) {
            wrong.add(new FieldError(pointer, "A character that cannot be written"));
        }
        Variables.unknown(said, known)
                .forEach(name -> wrong.add(new FieldError(
                        pointer, "There is no {%s} here; there is {%s}".formatted(name, String.join("}, {", known)))));
    }

    private Text text(Place place) {
        return kinds.text(place.key).orElseThrow(() -> new NotificationsRefused.NotFound("text"));
    }
}
