package com.gmservices.payments.inbox;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.gmservices.database.Ids;
import com.gmservices.payments.account.GatewayAccounts;
import com.gmservices.payments.gateway.Credentials;
import com.gmservices.payments.gateway.GatewayNews;
import com.gmservices.payments.gateway.NoticeReader;
import com.gmservices.payments.gateway.NoticeReader.Forged;
import com.gmservices.payments.gateway.NoticeReader.Notice;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenancyRefused;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps a notice together with the job that works it, so that neither is there without the other. What is forged is kept
 * too, and written into the trail; but only so often, for anybody may send it.
 */
@Service
public class Inbox {

    static final TaskDescriptor<Void> WORK = TaskDescriptor.of("gateway-notice");

    private static final Logger log = LoggerFactory.getLogger(Inbox.class);
    private static final int MOST_REFUSED = 50;
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final Map<String, NoticeReader> readers;
    private final GatewayAccounts accounts;
    private final Tenants tenants;
    private final Notices notices;
    private final GatewayNews news;
    private final ObjectProvider<SchedulerClient> jobs;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Inbox(
            ObjectProvider<NoticeReader> readers,
            GatewayAccounts accounts,
            Tenants tenants,
            Notices notices,
            GatewayNews news,
            ObjectProvider<SchedulerClient> jobs,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.readers = readers.stream().collect(Collectors.toMap(NoticeReader::gateway, Function.identity()));
        this.accounts = accounts;
        this.tenants = tenants;
        this.notices = notices;
        this.news = news;
        this.jobs = jobs;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Returns when it is kept. */
    public void receive(String gateway, String slug, Map<String, String> headers, byte[] body) {
        NoticeReader reader = readers.get(gateway);
        Tenant tenant = tenants.findBySlug(slug).orElse(null);
        if (reader == null || tenant == null) {
            throw new TenancyRefused.NotFound("gateway");
        }
        CurrentTenant.run(tenant.id(), () -> receive(reader, headers, body));
    }

    private void receive(NoticeReader reader, Map<String, String> headers, byte[] body) {
        Instant now = clock.instant();
        try {
            Notice notice = reader.read(credentials(reader), headers, body, now);
            transactions.executeWithoutResult(status -> keep(reader.gateway(), notice, body, now));
        } catch (Forged forged) {
            transactions.executeWithoutResult(status -> refuse(reader.gateway(), forged, body, now));
            throw new NotGenuine();
        }
    }

    private Credentials credentials(NoticeReader reader) {
        return accounts.find(reader.gateway())
                .or(() -> reader.needsAccount() ? Optional.empty() : Optional.of(new Credentials(false, Map.of())))
                .orElseThrow(() -> new TenancyRefused.NotFound("gateway"));
    }

    private void keep(String gateway, Notice notice, byte[] body, Instant now) {
        UUID id = Ids.next();
        if (notices.keep(id, gateway, notice, body, now)) {
            String job = CurrentTenant.id() + "/" + id;
            jobs.getObject()
                    .scheduleIfNotExists(
                            SchedulableInstance.of(WORK.instance(job).build(), now));
        }
    }

    private void refuse(String gateway, Forged forged, byte[] body, Instant now) {
        log.warn("a notice to {} is refused: {}", gateway, forged.getMessage());
        if (notices.refusedSince(now.minus(AN_HOUR)) < MOST_REFUSED) {
            UUID id = Ids.next();
            String why = String.valueOf(forged.getMessage());
            notices.keepRefused(id, gateway, why, body, now);
            events.publishEvent(new NoticeRefused(CurrentTenant.id(), id, gateway, why));
        }
    }

    /** @throws RuntimeException when it has to be tried again, such as of what we do not know yet */
    void work(String job) {
        int slash = job.indexOf('/');
        TenantId tenant = new TenantId(UUID.fromString(job.substring(0, slash)));
        UUID id = UUID.fromString(job.substring(slash + 1));
        CurrentTenant.run(
                tenant,
                () -> transactions.execute(status -> notices.find(id)).ifPresent(notice -> {
                    news.told(notice.gateway(), notice.about());
                    transactions.executeWithoutResult(status -> notices.worked(id, clock.instant()));
                }));
    }
}
