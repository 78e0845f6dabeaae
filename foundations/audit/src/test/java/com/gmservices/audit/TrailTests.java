package com.gmservices.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.database.Cursor;
import com.gmservices.database.DatabaseLogin;
import com.gmservices.database.Ids;
import com.gmservices.database.PlatformDatabase;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Domain;
import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Members.Contact;
import com.gmservices.tenancy.NewTenant;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
class TrailTests {

    private final TenantId harbour = TenantId.next();

    @Autowired
    Trail trail;

    @Autowired
    Entries entries;

    @Autowired
    Seals seals;

    @Autowired
    Verifier verifier;

    @Autowired
    AuditCommand command;

    @Autowired
    Tenants tenants;

    @Autowired
    Members members;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @PlatformDatabase
    JdbcClient platform;

    @Autowired
    DatabaseLogin login;

    Tenant tenant;
    CurrentMember ada;

    record Docked(TenantId tenant, UUID ship) implements Recorded {

        @Override
        public Act act() {
            return Act.of("ship.docked", "ship", ship).to(Map.of("berth", "C 12"));
        }
    }

    @BeforeEach
    void aBusiness() {
        var wish = new NewTenant(
                "audit-" + Ids.next().toString().substring(24),
                "Harbour Motors",
                ZoneId.of("Africa/Lagos"),
                Currency.getInstance("NGN"),
                Set.of(Domain.AUTOMOTIVE));
        tenant = CurrentTenant.call(harbour, () -> tenants.found(harbour, wish));
        var owner = new Contact("Ada Obi", "ada@harbour.example", "08035554567");
        ada = CurrentTenant.call(
                harbour, () -> members.toCurrent(members.join(IdentityId.next(), owner, Set.of(Role.ADMIN), true)));
    }

    @Test
    void keepsWhatHappensToABusinessAndItsPeople() {
        CurrentTenant.run(harbour, () -> {
            var change = new Tenants.Change("Harbour Cars", null, null, null, null, null, null, null, null);
            tenants.change(ada, tenant.revision(), change);
            var ben = members.add(ada, new Contact("Ben", null, null));
            members.change(ada, ben.id(), 1, new Members.Change(null, null, null, Set.of("staff"), null, null));
        });
        tenants.setStatus(harbour, Tenant.Status.SUSPENDED);

        List<Entry> lines = lines();
        assertThat(lines.stream().map(Entry::action))
                .containsExactly(
                        "tenant.suspended",
                        "member.changed",
                        "member.added",
                        "tenant.changed",
                        "member.added",
                        "tenant.founded");
        assertThat(lines.get(3).before()).contains("Harbour Motors");
        assertThat(lines.get(3).after()).contains("Harbour Cars");
        assertThat(lines.get(1).before()).contains("customer").doesNotContain("staff");
        assertThat(lines.get(1).after()).contains("staff");
        assertThat(lines.get(4).after()).contains("a***a@harbour.example", "*******4567");
    }

    @Test
    void keepsWhoAskedTheTeamForASecondFactor() {
        var change = new Tenants.Change(null, null, null, null, null, null, null, true, null);
        CurrentTenant.run(harbour, () -> tenants.change(ada, tenant.revision(), change));

        assertThat(lines().getFirst().action()).isEqualTo("tenant.changed");
        assertThat(lines().getFirst().after()).contains("\"second_factor_required\":true");
    }

    @Test
    void keepsWhatAnEventSaysOfItself() {
        UUID ship = Ids.next();
        CurrentTenant.run(
                harbour,
                () -> transactions.executeWithoutResult(status -> events.publishEvent(new Docked(harbour, ship))));

        assertThat(lines().getFirst())
                .extracting(Entry::action, Entry::subject, Entry::after)
                .containsExactly("ship.docked", ship.toString(), "{\"berth\":\"C 12\"}");
    }

    @Test
    void whatWasRolledBackLeavesNoLine() {
        CurrentTenant.run(
                harbour,
                () -> transactions.executeWithoutResult(status -> {
                    trail.record(Act.of("ship.sunk", "ship", 1));
                    status.setRollbackOnly();
                }));

        assertThat(lines()).noneMatch(line -> line.action().equals("ship.sunk"));
        seals.seal(Entries.CHAIN, harbour);
        assertThat(verifier.verify(Entries.CHAIN, harbour).holds()).isTrue();
    }

    @Test
    void holdsWhenNothingWasDoneToIt() {
        write(3);
        assertThat(verifier.verify(Entries.CHAIN, harbour).unsealed()).isEqualTo(5);

        seals.sealAll();

        var verdict = verifier.verify(Entries.CHAIN, harbour);
        assertThat(verdict.holds()).isTrue();
        assertThat(verdict.position()).isEqualTo(5);
        assertThat(verdict.unsealed()).isZero();
        assertThat(command.obey(List.of("audit", "verify"), tenant.slug())).isZero();
    }

    @Test
    void aProcessThatDiesBeforeItSealsLeavesTheLinesToTheNextOne() {
        write(2);
        seals.sealAll();
        write(2);

        assertThat(verifier.verify(Entries.CHAIN, harbour).unsealed()).isEqualTo(2);
        assertThat(verifier.verify(Entries.CHAIN, harbour).holds()).isTrue();
        seals.sealAll();
        assertThat(verifier.verify(Entries.CHAIN, harbour).position()).isEqualTo(6);
    }

    @Test
    void anAlteredLineIsFound() {
        seal(4);
        UUID line = lines().get(1).id();

        asOwner("update audit.entry set after = '{\"berth\":\"none\"}' where id = '%s'".formatted(line));

        assertBroken("the line %s at 5 was altered".formatted(line));
    }

    @Test
    void aRemovedLineIsFound() {
        seal(4);
        UUID line = lines().get(2).id();

        asOwner("delete from audit.entry where id = '%s'".formatted(line));

        assertBroken("the line %s at 4 is gone".formatted(line));
    }

    @Test
    void aLineThatIsRemovedWithItsSealIsFound() {
        seal(4);

        asOwner(
                "delete from audit.entry e using audit.seal s where s.tenant_id = '%s' and s.position = 4 and e.id = s.entry_id"
                        .formatted(harbour));
        asOwner("delete from audit.seal where tenant_id = '%s' and position = 4".formatted(harbour));

        assertBroken("the seals 4 to 4 are gone");
    }

    @Test
    void reorderedLinesAreFound() {
        seal(4);

        asOwner("drop index audit.seal_entry");
        asOwner("""
                update audit.seal s set entry_id = o.entry_id from audit.seal o
                where s.tenant_id = '%1$s' and o.tenant_id = '%1$s' and s.position in (3, 4) and o.position = 7 - s.position
                """.formatted(harbour));
        asOwner("create unique index seal_entry on audit.seal (tenant_id, entry_id)");

        assertBroken("at 3 was altered or stands in another place");
    }

    @Test
    void linesThatAreCutOffAreFoundOnceTheyWereVerified() {
        seal(4);
        verifier.verify(Entries.CHAIN, harbour);

        asOwner(
                "delete from audit.entry e using audit.seal s where s.tenant_id = '%s' and s.position > 4 and e.id = s.entry_id"
                        .formatted(harbour));
        asOwner("delete from audit.seal where tenant_id = '%s' and position > 4".formatted(harbour));

        assertBroken("the lines 5 to 6, which an earlier verification has seen, are cut off");
    }

    @Test
    void aLineThatWasPutInIsFound() {
        seal(2);

        asOwner("""
                insert into audit.entry (tenant_id, id, at, actor_kind, action, subject_kind, subject)
                values ('%s', '%s', now(), 'nobody', 'ship.sunk', 'ship', '1')
                """.formatted(harbour, Ids.next()));

        assertBroken("was put in past the trail");
    }

    @Test
    void whoServesCanNeitherChangeNorRemoveNorSeal() {
        seal(2);

        for (String attempt : List.of(
                "update audit.entry set action = 'x'",
                "delete from audit.entry",
                "delete from audit.unsealed",
                "update audit.seal set position = position + 1",
                "delete from audit.seal",
                "insert into audit.seal values (gen_random_uuid(), 1, gen_random_uuid(), '\\x00')",
                "select * from audit.chain_key")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .as(attempt)
                    .isThrownBy(() -> CurrentTenant.run(
                            harbour,
                            () -> transactions.executeWithoutResult(
                                    status -> jdbc.sql(attempt).update())))
                    .havingRootCause()
                    .withMessageContaining("permission denied");
        }
    }

    @Test
    void writersDoNotWaitForEachOther() throws InterruptedException {
        var allHaveWritten = new CountDownLatch(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < 2; n++) {
                int number = n;
                threads.execute(() -> CurrentTenant.run(
                        harbour,
                        () -> transactions.executeWithoutResult(status -> {
                            trail.record(Act.of("ship.docked", "ship", number));
                            allHaveWritten.countDown();
                            awaitQuietly(allHaveWritten);
                        })));
            }
        }
        assertThat(allHaveWritten.getCount()).isZero();
    }

    @Test
    void parallelWritersAndSealersMakeOneChain() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 60)
                    .forEach(n -> threads.execute(() -> {
                        write(1);
                        if (n % 10 == 0) {
                            seals.seal(Entries.CHAIN, harbour);
                        }
                    }));
        }
        seals.seal(Entries.CHAIN, harbour);

        var verdict = verifier.verify(Entries.CHAIN, harbour);
        assertThat(verdict.fault()).isNull();
        assertThat(verdict.position()).isEqualTo(62);
    }

    @Test
    void withoutABusinessItIsThePlatformsTrail() {
        UUID ship = Ids.next();
        trail.record(Act.of("ship.docked", "ship", ship), IdentityId.next());

        List<Entry> found = CurrentTenant.call(
                Trail.PLATFORM,
                () -> transactions.execute(status ->
                        entries.find(new Entries.Query(null, "", ship.toString(), null, null), Cursor.newest(), 10)));
        assertThat(found).hasSize(1);
        assertThat(lines()).noneMatch(line -> line.subject().equals(ship.toString()));
    }

    @Test
    void theCommandTellsHowItIsWritten() {
        assertThat(command.obey(List.of("audit"), null)).isEqualTo(1);
        assertThat(command.obey(List.of("audit", "verify"), "nosuchbusiness")).isEqualTo(1);
    }

    private void assertBroken(String fault) {
        assertThat(verifier.verify(Entries.CHAIN, harbour).fault()).contains(fault);
        assertThat(command.obey(List.of("audit", "verify"), tenant.slug())).isEqualTo(1);
    }

    private void seal(int more) {
        write(more);
        seals.seal(Entries.CHAIN, harbour);
    }

    private void write(int lines) {
        CurrentTenant.run(harbour, () -> {
            for (int n = 0; n < lines; n++) {
                trail.record(Act.of("ship.docked", "ship", n).to(Map.of("berth", "C " + n)));
            }
        });
    }

    private List<Entry> lines() {
        return CurrentTenant.call(
                harbour, () -> transactions.execute(status -> entries.find(Entries.Query.ALL, Cursor.newest(), 100)));
    }

    private void asOwner(String sql) {
        var owner = new DriverManagerDataSource(
                login.url(), login.owner().user(), login.owner().password());
        JdbcClient.create(owner).sql(sql).update();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
