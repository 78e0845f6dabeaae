package com.gmservices.portability;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.gmservices.database.PlatformDatabase;
import com.gmservices.identity.AccountMail;
import com.gmservices.identity.AccountMail.Letter;
import com.gmservices.portability.Transfer.Kind;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Links;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.TenantTask;
import com.gmservices.tenancy.Tenants;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Carries transfers out, away from whoever asked. Each begins anew after a crash, some times. */
@Component
class TransferJobs {

    static final TaskDescriptor<Work> TASK = TaskDescriptor.of("transfer-business", Work.class);

    private static final Logger log = LoggerFactory.getLogger(TransferJobs.class);
    private static final int TRIES = 3;
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Transfers transfers;
    private final Parts parts;
    private final TenantExport export;
    private final TenantImport intake;
    private final ObjectProvider<SchedulerClient> jobs;
    private final ObjectProvider<AccountMail> mail;
    private final Backstage backstage;
    private final JdbcClient platform;
    private final Members members;
    private final Tenants tenants;
    private final Links links;
    private final Clock clock;

    TransferJobs(
            Transfers transfers,
            Parts parts,
            TenantExport export,
            TenantImport intake,
            ObjectProvider<SchedulerClient> jobs,
            ObjectProvider<AccountMail> mail,
            Backstage backstage,
            @PlatformDatabase JdbcClient platform,
            Members members,
            Tenants tenants,
            Links links,
            Clock clock) {
        this.transfers = transfers;
        this.parts = parts;
        this.export = export;
        this.intake = intake;
        this.jobs = jobs;
        this.mail = mail;
        this.backstage = backstage;
        this.platform = platform;
        this.members = members;
        this.tenants = tenants;
        this.links = links;
        this.clock = clock;
    }

    record Work(TenantId tenant, UUID transfer) implements TenantTask {}

    void begin(Transfer transfer) {
        jobs.ifAvailable(client -> client.scheduleIfNotExists(TASK.instance(transfer.tenant() + "/" + transfer.id())
                .data(new Work(transfer.tenant(), transfer.id()))
                .scheduledTo(clock.instant())));
    }

    /** What was asked for just before a crash; and what nobody needs any more goes. */
    void tidy() {
        platform.sql("select * from portability.transfer where state in ('waiting', 'running')")
                .query(Transfers::toTransfer)
                .list()
                .forEach(this::begin);
        backstage.change(database -> database.sql("""
                        delete from portability.transfer
                        where expires_at < :now or state = 'receiving' and asked_at < :abandoned
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("abandoned", clock.instant().minus(ABANDONED).atOffset(ZoneOffset.UTC))
                .update());
    }

    void work(Work work) {
        alone(
                work,
                () -> CurrentTenant.run(
                        work.tenant, () -> transfers.begin(work.transfer).ifPresent(this::carryOut)));
    }

    /**
     * The command line does at once what a platform that runs beside it has been given too. Whoever comes second waits
     * until it is done, or goes on where the first has died.
     */
    private void alone(Work work, Runnable carryOut) {
        backstage.change(database -> {
            database.sql("set local lock_timeout = 0").update();
            database.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                    .param("transfer " + work.transfer)
                    .query((row, index) -> true)
                    .list();
            carryOut.run();
            return null;
        });
    }

    private void carryOut(Transfer transfer) {
        try {
            PassphraseKey key = transfers.key(transfer.id());
            long bytes = transfer.kind() == Kind.EXPORT ? handOut(transfer, key) : handIn(transfer, key);
            transfers.finish(transfer.id(), bytes);
        } catch (PortabilityRefused refusal) {
            fail(transfer, String.valueOf(refusal.getMessage()));
        } catch (IOException | RuntimeException e) {
            if (transfer.tries() < TRIES) {
                throw new IllegalStateException("The transfer %s is tried again".formatted(transfer.id()), e);
            }
            log.error("The transfer {} is given up", transfer.id(), e);
            fail(transfer, "Something went wrong on our side, three times");
            return;
        }
        tell(transfer);
    }

    private long handOut(Transfer transfer, PassphraseKey key) throws IOException {
        try (var to = new Weighed(parts.write(transfer.tenant(), transfer.id()))) {
            int total = export.tables();
            export.write(
                    transfer.tenant(),
                    key,
                    transfer.salt(),
                    to,
                    done -> transfers.progress(transfer.id(), done, total));
            return to.bytes;
        }
    }

    private long handIn(Transfer transfer, PassphraseKey key) throws IOException {
        int total = export.tables();
        intake.take(
                transfer,
                () -> parts.read(transfer.tenant(), transfer.id()),
                key,
                done -> transfers.progress(transfer.id(), done, total));
        parts.remove(transfer.tenant(), transfer.id());
        return transfer.bytes();
    }

    private void fail(Transfer transfer, String why) {
        transfers.fail(transfer.id(), why);
        parts.remove(transfer.tenant(), transfer.id());
    }

    /** Whoever asked for an export; an import is watched by the operator. */
    private void tell(Transfer transfer) {
        if (transfer.kind() == Kind.EXPORT) {
            Tenant tenant = tenants.current();
            Optional<Member> asker = members.find(new MemberId(transfer.askedBy()));
            asker.map(Member::email)
                    .ifPresent(email -> mail.ifAvailable(post -> post.send(new Letter(
                            email,
                            "portability.mail.export",
                            List.of(tenant.name()),
                            links.tenant(tenant, "/settings/data")))));
        }
    }

    private static final class Weighed extends FilterOutputStream {

        private long bytes;

        private Weighed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            out.write(some, from, length);
            bytes += length;
        }
    }
}
