package com.gmservices.notifications;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.notifications.Notices.News;
import com.gmservices.shell.Bell;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts up what members are told, and shows each of them their own. */
@Service
@Transactional
class NoticeBoard implements Notifications, Bell {

    private static final int SHOWN_AS_MANY = 100;

    private final Notices notices;
    private final Members members;
    private final MailServer server;
    private final Deliveries deliveries;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NoticeBoard(
            Notices notices,
            Members members,
            MailServer server,
            Deliveries deliveries,
            ApplicationEventPublisher events,
            Clock clock) {
        this.notices = notices;
        this.members = members;
        this.server = server;
        this.deliveries = deliveries;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void tell(Collection<Notice> notices) {
        if (notices.isEmpty()) {
            return;
        }
        Map<MemberId, Member> recipients = members.findAll(
                notices.stream().map(Notice::recipient).distinct().toList());
        List<News> news =
                notices.stream().flatMap(notice -> news(notice, recipients)).toList();
        deliveries.begin(this.notices.add(CurrentTenant.id(), news, server.stateOfNewMails(), clock.instant()));
        if (!news.isEmpty()) {
            events.publishEvent(
                    new MembersTold(CurrentTenant.id(), news.getFirst().id(), 1, List.copyOf(recipients.keySet())));
        }
    }

    /** Who has left is told nothing more. */
    private static Stream<News> news(Notice notice, Map<MemberId, Member> recipients) {
        Member recipient = recipients.get(notice.recipient());
        return recipient == null || !recipient.active()
                ? Stream.empty()
                : Stream.of(News.of(notice, recipient.email()));
    }

    @Transactional(readOnly = true)
    Page<Told> list(CurrentMember member, boolean unreadOnly, Cursor cursor, int limit) {
        return Page.of(
                notices.list(member.tenant(), member.id(), unreadOnly, cursor, limit + 1),
                limit,
                told -> told.id().value());
    }

    Told read(CurrentMember member, NoticeId id) {
        notices.read(member.tenant(), member.id(), id, clock.instant());
        return notices.find(member.tenant(), member.id(), id)
                .orElseThrow(() -> new NotificationsRefused.NotFound("notification"));
    }

    /** Those up to the newest that the member has seen; what has come in since stays unread. */
    void readUpTo(CurrentMember member, NoticeId newest) {
        notices.readUpTo(member.tenant(), member.id(), newest, clock.instant());
    }

    /** At most 100, which is shown as "99+". */
    @Transactional(readOnly = true)
    @Override
    public int unread(CurrentMember member) {
        return notices.unread(member.tenant(), member.id(), SHOWN_AS_MANY);
    }
}
