package com.gmservices.notifications.board;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.notifications.Notice;
import com.gmservices.notifications.Notifications;
import com.gmservices.notifications.NotificationsRefused;
import com.gmservices.notifications.board.Notices.News;
import com.gmservices.notifications.board.Routing.Recipient;
import com.gmservices.notifications.delivery.Deliveries;
import com.gmservices.notifications.delivery.Deliveries.Due;
import com.gmservices.notifications.delivery.DeliveryId.OfTenant;
import com.gmservices.notifications.delivery.Way;
import com.gmservices.notifications.preference.Preferences;
import com.gmservices.notifications.preference.Preferences.Reach;
import com.gmservices.notifications.preference.Readers;
import com.gmservices.notifications.preference.Readers.Reader;
import com.gmservices.shell.Bell;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Sites;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/** Puts up what members are told, sends it on as each of them likes, and shows each of them their own. */
@Service
@Transactional
public class NoticeBoard implements Notifications, Bell {

    private static final int SHOWN_AS_MANY = 100;

    private final Notices notices;
    private final Routing routing;
    private final Bundles bundles;
    private final Preferences preferences;
    private final Readers readers;
    private final Members members;
    private final Tenants tenants;
    private final Sites sites;
    private final Deliveries deliveries;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NoticeBoard(
            Notices notices,
            Routing routing,
            Bundles bundles,
            Preferences preferences,
            Readers readers,
            Members members,
            Tenants tenants,
            Sites sites,
            Deliveries deliveries,
            ApplicationEventPublisher events,
            Clock clock) {
        this.notices = notices;
        this.routing = routing;
        this.bundles = bundles;
        this.preferences = preferences;
        this.readers = readers;
        this.members = members;
        this.tenants = tenants;
        this.sites = sites;
        this.deliveries = deliveries;
        this.events = events;
        this.clock = clock;
    }

    /** Who has left is told nothing more. */
    @Override
    public void tell(Collection<Notice> notices) {
        if (notices.isEmpty()) {
            return;
        }
        Map<MemberId, Recipient> recipients =
                recipients(notices.stream().map(Notice::recipient).distinct().toList());
        List<Notice> heard = notices.stream()
                .filter(notice -> recipients.containsKey(notice.recipient()))
                .toList();
        if (heard.isEmpty()) {
            return;
        }
        List<News> news = heard.stream().map(News::of).toList();
        put(news, ways(heard, news, recipients));
        events.publishEvent(
                new MembersTold(CurrentTenant.id(), news.getFirst().id(), 1, List.copyOf(recipients.keySet())));
    }

    private Map<MemberId, Recipient> recipients(Collection<MemberId> ids) {
        List<Member> active =
                members.findAll(ids).values().stream().filter(Member::active).toList();
        if (active.isEmpty()) {
            return Map.of();
        }
        Map<MemberId, Reach> reach = preferences.reach(CurrentTenant.id(), active);
        Map<IdentityId, Reader> known = readers.findAll(active.stream()
                .filter(member -> minds(reach.get(member.id())))
                .map(Member::identity)
                .filter(Objects::nonNull)
                .toList());
        ZoneId zone = tenants.current().timeZone();
        Supplier<String> home =
                SingletonSupplier.of(() -> sites.first().address().country());
        var recipients = new HashMap<MemberId, Recipient>();
        for (Member member : active) {
            Reader reader = member.identity() == null ? null : known.get(member.identity());
            recipients.put(
                    member.id(),
                    new Recipient(
                            member,
                            reach.getOrDefault(member.id(), Reach.USUAL),
                            reader == null ? zone : reader.zoneOr(zone),
                            home));
        }
        return recipients;
    }

    /** Only for those who have chosen times does it matter what time it is where they are. */
    private static boolean minds(@Nullable Reach reach) {
        return reach != null && reach.preference().revision() > 0;
    }

    private List<Way> ways(List<Notice> heard, List<News> news, Map<MemberId, Recipient> recipients) {
        Instant now = clock.instant();
        var ways = new ArrayList<Way>();
        for (int at = 0; at < heard.size(); at++) {
            Notice notice = heard.get(at);
            Recipient recipient = Objects.requireNonNull(recipients.get(notice.recipient()));
            ways.addAll(routing.ways(news.get(at).id(), notice, recipient, now));
        }
        return bundles.opened(ways, now);
    }

    private void put(List<News> news, List<Way> ways) {
        TenantId tenant = CurrentTenant.id();
        Set<UUID> taken = notices.add(tenant, news, ways, clock.instant());
        deliveries.begin(ways.stream()
                .filter(way -> way.isWaiting() && taken.contains(way.id()))
                .map(way -> new Due(new OfTenant(tenant, way.id()), way.dueAt()))
                .collect(Collectors.toList()));
    }

    @Transactional(readOnly = true)
    public Page<Told> list(CurrentMember member, boolean unreadOnly, Cursor cursor, int limit) {
        return Page.of(
                notices.list(member.tenant(), member.id(), unreadOnly, cursor, limit + 1),
                limit,
                told -> told.id().value());
    }

    public Told read(CurrentMember member, NoticeId id) {
        notices.read(member.tenant(), member.id(), id, clock.instant());
        return notices.find(member.tenant(), member.id(), id)
                .orElseThrow(() -> new NotificationsRefused.NotFound("notification"));
    }

    /** Those up to the newest that the member has seen; what has come in since stays unread. */
    public void readUpTo(CurrentMember member, NoticeId newest) {
        notices.readUpTo(member.tenant(), member.id(), newest, clock.instant());
    }

    /** At most 100, which is shown as "99+". */
    @Transactional(readOnly = true)
    @Override
    public int unread(CurrentMember member) {
        return notices.unread(member.tenant(), member.id(), SHOWN_AS_MANY);
    }
}
