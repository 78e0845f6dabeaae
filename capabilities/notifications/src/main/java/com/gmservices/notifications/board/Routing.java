package com.gmservices.notifications.board;

import com.gmservices.database.Ids;
import com.gmservices.notifications.Channel;
import com.gmservices.notifications.Notice;
import com.gmservices.notifications.NoticeKind;
import com.gmservices.notifications.delivery.Couriers;
import com.gmservices.notifications.delivery.DeliveryState;
import com.gmservices.notifications.delivery.Reason;
import com.gmservices.notifications.delivery.Way;
import com.gmservices.notifications.preference.Digest;
import com.gmservices.notifications.preference.NoticeKinds;
import com.gmservices.notifications.preference.Preference;
import com.gmservices.notifications.preference.Preferences.Reach;
import com.gmservices.notifications.preference.QuietHours;
import com.gmservices.notifications.sms.MobileNumber;
import com.gmservices.tenancy.Member;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides over which channels a notice goes, when, and why; also why it does not go over one that it usually does. */
@Component
class Routing {

    private final NoticeKinds kinds;
    private final Couriers couriers;

    Routing(NoticeKinds kinds, Couriers couriers) {
        this.kinds = kinds;
        this.couriers = couriers;
    }

    /** @param home the country of numbers that are written without one; asked for only if somebody gets a text */
    record Recipient(Member member, Reach reach, ZoneId zone, Supplier<String> home) {}

    List<Way> ways(UUID noticeId, Notice notice, Recipient to, Instant now) {
        NoticeKind kind = kinds.get(notice.kind());
        var all = new ArrayList<Way>();
        add(all, new Draft(noticeId, to, kind, Channel.MAIL, now), to.member.email(), to.reach.isMailSuppressed());
        if (to.reach.preference().wants(kind, Channel.SMS)
                || to.reach.preference().hasDeclined(kind, Channel.SMS)) {
            add(all, new Draft(noticeId, to, kind, Channel.SMS, now), number(to), to.reach.isSmsSuppressed());
        }
        to.reach
                .browsers()
                .forEach(browser ->
                        add(all, new Draft(noticeId, to, kind, Channel.PUSH, now), browser.toString(), false));
        return all;
    }

    private record Draft(UUID noticeId, Recipient to, NoticeKind kind, Channel channel, Instant now) {

        Way way(@Nullable String recipient, DeliveryState state, Reason reason, Instant due, @Nullable UUID bundle) {
            return new Way(
                    Ids.next(),
                    noticeId,
                    to.member.id().value(),
                    channel,
                    recipient,
                    state.code(),
                    reason.code(),
                    due,
                    bundle);
        }
    }

    private void add(List<Way> all, Draft draft, @Nullable String recipient, boolean isSuppressed) {
        Preference preference = draft.to.reach.preference();
        if (preference.hasDeclined(draft.kind, draft.channel)) {
            all.add(withheld(draft, recipient, Reason.DECLINED));
        } else if (preference.wants(draft.kind, draft.channel) && recipient != null) {
            all.add(isSuppressed ? withheld(draft, recipient, Reason.SUPPRESSED) : going(draft, recipient));
        } else if (preference.wants(draft.kind, draft.channel)
                && (draft.channel == Channel.MAIL || draft.to.member.phone() != null)) {
            all.add(withheld(draft, null, Reason.NO_ADDRESS));
        }
    }

    private static Way withheld(Draft draft, @Nullable String recipient, Reason reason) {
        return draft.way(recipient, DeliveryState.WITHHELD, reason, draft.now, null);
    }

    private Way going(Draft draft, String recipient) {
        Preference preference = draft.to.reach.preference();
        DeliveryState state = couriers.stateOfNew(draft.channel);
        boolean isGathered =
                draft.channel == Channel.MAIL && preference.digest() != Digest.NONE && !draft.kind.isUrgent();
        if (isGathered) {
            Instant due = afterQuiet(preference, preference.digest().next(draft.now, draft.to.zone), draft.to.zone);
            return draft.way(recipient, DeliveryState.BUNDLED, Reason.DIGEST, due, bundle(draft.to.member, due));
        }
        Instant due = afterQuiet(preference, draft.now, draft.to.zone);
        return draft.way(recipient, state, due.isAfter(draft.now) ? Reason.QUIET : why(draft), due, null);
    }

    private static Reason why(Draft draft) {
        return draft.kind.isNecessary()
                ? Reason.NECESSARY
                : draft.kind.usual().contains(draft.channel) ? Reason.USUAL : Reason.CHOSEN;
    }

    private static Instant afterQuiet(Preference preference, Instant due, ZoneId zone) {
        QuietHours hours = preference.quietHours();
        return hours == null ? due : hours.orAfter(due, zone);
    }

    private static @Nullable String number(Recipient to) {
        return Optional.ofNullable(to.member.phone())
                .flatMap(typed -> MobileNumber.of(typed, to.home.get()))
                .map(MobileNumber::e164)
                .orElse(null);
    }

    /** The same for all who tell a member something for the same moment: its time in front, as ids have it. */
    private static UUID bundle(Member member, Instant due) {
        UUID floor = Ids.floor(due);
        return new UUID(
                floor.getMostSignificantBits() | 0x7000L, member.id().value().getLeastSignificantBits());
    }

    Way alone(Way bundled, Instant now) {
        return new Way(
                bundled.id(),
                bundled.noticeId(),
                bundled.memberId(),
                bundled.channel(),
                bundled.recipient(),
                couriers.stateOfNew(bundled.channel()).code(),
                Reason.USUAL.code(),
                now,
                null);
    }
}
