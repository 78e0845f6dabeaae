package com.gmservices.notifications.preference;

import com.gmservices.notifications.Channel;
import com.gmservices.notifications.NoticeKind;
import com.gmservices.notifications.NotificationsRefused;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Refusal.FieldError;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a member sees and chooses of how to be told. */
@Service
@Transactional
public class OwnPreferences {

    private final Preferences preferences;
    private final Readers readers;
    private final NoticeKinds kinds;

    OwnPreferences(Preferences preferences, Readers readers, NoticeKinds kinds) {
        this.preferences = preferences;
        this.readers = readers;
        this.kinds = kinds;
    }

    /** @param language and zone are of the person, the rest is of the member */
    public record Chosen(
            @Nullable Locale language, @Nullable ZoneId zone, Preference preference) {}

    @Transactional(readOnly = true)
    public Chosen find(CurrentMember member) {
        Readers.Reader reader = readers.find(member.identity());
        return new Chosen(reader.language(), reader.zone(), preferences.of(member.tenant(), member.id()));
    }

    /** If the revision is still the stored one. Of channels only what differs from what is usual is kept. */
    public Chosen change(CurrentMember member, Chosen wish) {
        check(wish.preference());
        if (member.identity() != null) {
            readers.choose(member.identity(), wish.language(), wish.zone());
        }
        preferences.replace(member.tenant(), member.id(), wish.preference());
        return find(member);
    }

    private void check(Preference preference) {
        var wrong = new ArrayList<FieldError>();
        QuietHours quiet = preference.quietHours();
        if (quiet != null && quiet.from().equals(quiet.until())) {
            wrong.add(new FieldError("/quiet_hours/until", "Quiet hours end at another time than they begin"));
        }
        for (Map.Entry<String, Map<Channel, Boolean>> choice :
                preference.choices().entrySet()) {
            NoticeKind kind = kinds.find(choice.getKey()).orElse(null);
            if (kind == null) {
                wrong.add(new FieldError("/kinds/" + choice.getKey(), "There is no such kind of news"));
            } else if (kind.isNecessary()
                    && Boolean.FALSE.equals(choice.getValue().get(Channel.MAIL))) {
                wrong.add(new FieldError("/kinds/%s/mail".formatted(kind.code()), "This is always told by mail"));
            } else if (choice.getValue().containsKey(Channel.PAGE)) {
                wrong.add(new FieldError("/kinds/%s/page".formatted(kind.code()), "This always stands on your page"));
            }
        }
        if (!wrong.isEmpty()) {
            throw new NotificationsRefused.Unfit(wrong);
        }
    }

    /** Those that the member can be told. */
    public List<NoticeKind> kinds(CurrentMember member) {
        return kinds.all().stream()
                .filter(kind -> !kind.isForTeam() || member.isStaff())
                .toList();
    }
}
