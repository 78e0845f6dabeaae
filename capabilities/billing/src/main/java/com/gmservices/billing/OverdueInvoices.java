package com.gmservices.billing;

import com.gmservices.database.PlatformDatabase;
import com.gmservices.notifications.Notice;
import com.gmservices.notifications.Notifications;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminds customers of what they have not paid: a day after it was due, a week after, three weeks after, no more. */
@Component
class OverdueInvoices {

    private static final List<Integer> DAYS_AFTER = List.of(1, 7, 21);
    private static final int AT_ONCE = 100;

    private final JdbcClient platform;
    private final Papers papers;
    private final Standings standings;
    private final Notifications notifications;
    private final Tenants tenants;
    private final TransactionTemplate transactions;
    private final Clock clock;

    OverdueInvoices(
            @PlatformDatabase JdbcClient platform,
            Papers papers,
            Standings standings,
            Notifications notifications,
            Tenants tenants,
            TransactionTemplate transactions,
            Clock clock) {
        this.platform = platform;
        this.papers = papers;
        this.standings = standings;
        this.notifications = notifications;
        this.tenants = tenants;
        this.transactions = transactions;
        this.clock = clock;
    }

    void remind() {
        platform.sql("select distinct tenant_id from billing.standing where open and due_on <= ? and reminders < ?")
                .params(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), DAYS_AFTER.size())
                .query((row, index) -> new TenantId(row.getObject("tenant_id", UUID.class)))
                .list()
                .forEach(tenant -> CurrentTenant.run(tenant, this::remindTenant));
    }

    private void remindTenant() {
        Tenant tenant = tenants.current();
        if (!tenant.isActive()) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), tenant.timeZone());
        for (int soFar = 0; soFar < DAYS_AFTER.size(); soFar++) {
            remind(today.minusDays(DAYS_AFTER.get(soFar) - 1L), soFar);
        }
    }

    private void remind(LocalDate dueBefore, int soFar) {
        List<PaperId> overdue = transactions.execute(status -> standings.overdue(dueBefore, soFar, AT_ONCE));
        for (PaperId id : overdue) {
            transactions.executeWithoutResult(status -> {
                if (standings.remind(id, soFar)) {
                    tell(papers.find(id).orElseThrow(), soFar + 1);
                }
            });
        }
    }

    private void tell(Paper invoice, int time) {
        notifications.tell(List.of(new Notice(
                invoice.customer(),
                "invoice.overdue.%s.%d".formatted(invoice.id(), time),
                "billing.notice.overdue",
                List.of(
                        invoice.number(),
                        standings.find(invoice).orElseThrow().outstanding().format(Locale.ENGLISH),
                        invoice.reference()),
                invoice.page())));
    }
}
