package com.gmservices.payments;

import com.gmservices.money.Money;
import com.gmservices.notifications.Notice;
import com.gmservices.notifications.Notifications;
import com.gmservices.notifications.Said;
import com.gmservices.payments.Payable.Due;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links to pay. Staff make them; whoever has one acts for the payer, and only in paying what it is for. */
@Service
@Transactional
class PaymentLinks {

    private static final Duration LIFE = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Payables payables;
    private final Notifications notifications;
    private final Clock clock;

    PaymentLinks(JdbcClient jdbc, Payables payables, Notifications notifications, Clock clock) {
        this.jdbc = jdbc;
        this.payables = payables;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** @param amount null for what is due when it is opened */
    PaymentLink make(CurrentMember staff, String kind, UUID subject, @Nullable Money amount) {
        staff.require("collect:payments");
        Money due = payables.due(kind, subject, staff).amount();
        if (!due.isPositive()) {
            throw new PaymentRefused.NothingDue();
        }
        if (amount != null
                && (!amount.currency().equals(due.currency()) || !amount.isPositive() || amount.compareTo(due) > 0)) {
            throw new PaymentRefused.Unfit("/amount", "%s is due: ask for a part of it or all".formatted(due));
        }
        Instant now = clock.instant();
        var link = new PaymentLink(UUID.randomUUID(), kind, subject, amount, staff.id(), now.plus(LIFE), null);
        jdbc.sql("""
                insert into payments.payment_link
                  (tenant_id, id, kind, subject, currency, amount, created_by, created_at, expires_at)
                values (:tenant, :id, :kind, :subject, :currency, :amount, :by, :now, :expires)
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("id", link.id())
                .param("kind", kind)
                .param("subject", subject)
                .param("currency", amount == null ? null : amount.currency().getCurrencyCode())
                .param("amount", amount == null ? null : amount.amount())
                .param("by", staff.id().value())
                .param("now", utc(now))
                .param("expires", utc(link.expiresAt()))
                .update();
        return link;
    }

    /** Tells the payer of it, by mail where they have no account here. */
    void send(CurrentMember staff, PaymentLink link) {
        Due due = payables.due(link.kind(), link.subject(), staff);
        notifications.tell(List.of(new Notice(
                        due.payer(),
                        "link " + link.id(),
                        "payments.notice.link",
                        List.of(Said.money(link.asked(due.amount())), due.reference()),
                        link.path())
                .ofKind("payments")
                .until(link.expiresAt())));
    }

    @Transactional(readOnly = true)
    Optional<PaymentLink> find(UUID id) {
        return jdbc.sql("select * from payments.payment_link where tenant_id = ? and id = ?")
                .params(CurrentTenant.id().value(), id)
                .query(PaymentLinks::toLink)
                .optional();
    }

    @Transactional(readOnly = true)
    Optional<PaymentLink> working(UUID id) {
        return find(id).filter(link -> link.works(clock.instant()));
    }

    void revoke(CurrentMember staff, UUID id) {
        staff.require("collect:payments");
        if (find(id).isEmpty()) {
            throw new PaymentRefused.NotFound("link");
        }
        jdbc.sql(
                        "update payments.payment_link set revoked_at = ? where tenant_id = ? and id = ? and revoked_at is null")
                .params(utc(clock.instant()), CurrentTenant.id().value(), id)
                .update();
    }

    @Transactional(readOnly = true)
    Due due(PaymentLink link) {
        return payables.find(link.kind(), link.subject())
                .orElseThrow(() -> new PaymentRefused.NotFound(link.kind().replace('-', ' ')));
    }

    /** Acts for the payer; a part, as staff have agreed it in the link, may be paid too. */
    static CurrentMember bearer(PaymentLink link, MemberId payer) {
        Set<String> may = new HashSet<>(Set.of("pay:payments", "read:payments"));
        if (link.amount() != null) {
            may.add("collect:payments");
        }
        return new CurrentMember(CurrentTenant.id(), payer, null, "", Set.of(Role.CUSTOMER), may);
    }

    private static PaymentLink toLink(ResultSet row, int index) throws SQLException {
        String currency = row.getString("currency");
        OffsetDateTime revoked = row.getObject("revoked_at", OffsetDateTime.class);
        return new PaymentLink(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getObject("subject", UUID.class),
                currency == null ? null : Money.of(row.getLong("amount"), currency),
                new MemberId(row.getObject("created_by", UUID.class)),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                revoked == null ? null : revoked.toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
