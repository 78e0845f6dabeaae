package com.gmservices.portability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.audit.TrailEnd;
import com.gmservices.database.DatabaseLogin;
import com.gmservices.portability.Harbour.Business;
import com.gmservices.portability.PortabilityRefused.OwnersOwn;
import com.gmservices.portability.PortabilityRefused.Unconfirmed;
import com.gmservices.portability.Ships.Shipyard;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Tenants;
import com.gmservices.vault.BrokenSeal;
import com.gmservices.vault.Vault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@SpringBootTest
class ErasureTests {

    @Autowired
    Harbour harbour;

    @Autowired
    Shipyard yard;

    @Autowired
    Holds holds;

    @Autowired
    Departure departure;

    @Autowired
    Erasures erasures;

    @Autowired
    PersonalArchive archive;

    @Autowired
    Closings closings;

    @Autowired
    Dissolution dissolution;

    @Autowired
    Members members;

    @Autowired
    Tenants tenants;

    @Autowired
    TrailEnd trail;

    @Autowired
    Post post;

    @Autowired
    Vault vault;

    @Autowired
    DatabaseLogin login;

    private Business here;

    @BeforeEach
    void aBusiness() {
        holds.faults.set(0);
        here = harbour.open();
        here.run(() -> yard.build(here.mia().id(), "Ship of Mia", "eleven crowns", Instant.now()));
        holds.of(here.id()).put(here.mia().id() + "/cargo", "bananas".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void leavesNothingOfAPersonButWhatTheBooksNeed() {
        erase();

        Member mia = here.inside(() -> members.find(here.mia().id()).orElseThrow());
        assertThat(mia.name()).isEqualTo("(erased)");
        assertThat(mia.email()).isNull();
        assertThat(mia.active()).isFalse();
        assertThat(here.inside(() -> yard.names())).isEqualTo("unnamed");
        assertThat(count("ships.voyage where tenant_id = ? and log = '{}'")).isEqualTo(1);
        assertThat(count("ships.ship where tenant_id = ? and secret is null")).isEqualTo(1);
        assertThat(holds.of(here.id())).isEmpty();
    }

    @Test
    void takesThemOutOfATrailThatStillHolds() {
        assertThat(lines("mia")).isPositive();

        erase();

        assertThat(lines("mia")).isZero();
        assertThat(trail.of(here.id()).get("audit")).startsWith("whole");
        owner().sql(
                        "update audit.entry set after = '{\"name\": \"Somebody else\"}' where tenant_id = ? and action = 'member.added' and subject = ?")
                .params(here.id().value(), here.mia().id().toString())
                .update();
        assertThat(trail.of(here.id()).get("audit")).startsWith("broken");
    }

    @Test
    void goesOnAfterACrashAndIsDoneOnce() {
        holds.faults.set(1);
        erase();
        assertThat(here.inside(() -> yard.names())).isEqualTo("Ship of Mia");
        assertThat(count("portability.erasure where tenant_id = ?")).isEqualTo(1);
        assertThat(here.inside(() -> members.find(here.mia().id()).orElseThrow().active()))
                .isFalse();

        erasures.carryOutAll();
        here.run(() -> departure.erase(here.owner(), here.mia().id(), "(erased)"));

        assertThat(here.inside(() -> yard.names())).isEqualTo("unnamed");
        assertThat(count("portability.erasure where tenant_id = ?")).isZero();
        assertThat(count("audit.entry where tenant_id = ? and action = 'member.erased'"))
                .isEqualTo(1);
    }

    @Test
    void asksWhetherItIsMeantAndSparesTheOwner() {
        assertThatExceptionOfType(Unconfirmed.class)
                .isThrownBy(() ->
                        here.run(() -> departure.erase(here.owner(), here.mia().id(), "Mia")));
        assertThatExceptionOfType(OwnersOwn.class)
                .isThrownBy(() -> here.run(
                        () -> departure.erase(here.owner(), here.owner().id(), "Ada Obi")));
        Business stranger = harbour.openEmpty();
        assertThatExceptionOfType(PortabilityRefused.NotFound.class)
                .isThrownBy(() -> stranger.run(
                        () -> departure.erase(stranger.owner(), here.mia().id(), "Mia Okafor")));
    }

    @Test
    void handsOutWhatIsKnownOfSomebodyAndOfNobodyElse() throws IOException {
        here.run(() -> {
            Member joe = members.add(here.owner(), new Members.Contact("Joe Bello", "joe@harbour.example", null));
            yard.build(joe.id(), "Ship of Joe", "nothing", Instant.now());
        });
        var zip = new ByteArrayOutputStream();
        here.run(() -> {
            try {
                archive.write(here.owner(), here.mia().id(), "harbour", zip);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });

        List<String> names = new ArrayList<>();
        var all = new StringBuilder();
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                names.add(entry.getName());
                all.append(new String(entries.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(names)
                .contains(
                        "harbour/tenancy.member.json",
                        "harbour/ships.ship.json",
                        "harbour/ships.voyage.json",
                        "harbour/files/holds/" + here.mia().id() + "/cargo");
        assertThat(all).contains("Mia Okafor", "Ship of Mia", "bananas").doesNotContain("Joe", "Ada Obi");
    }

    @Test
    void aBusinessDisappearsWithItsKeyWhenItsTimeHasCome() {
        byte[] sealed = vault.seal(here.id(), "berth", new byte[] {7});
        here.run(() -> closings.ask(here.owner(), here.slug()));
        dissolution.work();
        assertThat(tenants.find(here.id())).isPresent();

        owner().sql("update portability.closing set due_at = now() where tenant_id = ?")
                .param(here.id().value())
                .update();
        holds.faults.set(1);
        dissolution.work();
        assertThatExceptionOfType(PortabilityRefused.TooLate.class)
                .isThrownBy(() -> here.run(() -> closings.callOff(here.owner())));
        dissolution.work();

        assertThat(tenants.find(here.id())).isEmpty();
        assertThat(holds.of(here.id())).isEmpty();
        for (String table :
                List.of("tenancy.member", "tenancy.site", "ships.ship", "audit.entry", "portability.closing")) {
            assertThat(count(table + " where tenant_id = ?")).as(table).isZero();
        }
        assertThatExceptionOfType(BrokenSeal.class).isThrownBy(() -> vault.open(here.id(), "berth", sealed));
        assertThat(count("portability.certificate where tenant = ? and key_destroyed and rows > 3"))
                .isEqualTo(1);
    }

    @Test
    void anOwnerThinksBetterOfIt() {
        here.run(() -> closings.ask(here.owner(), here.slug()));
        here.run(() -> closings.ask(here.owner(), here.slug()));
        assertThat(tenants.find(here.id()).orElseThrow().isClosing()).isTrue();

        here.run(() -> closings.callOff(here.owner()));

        assertThat(tenants.find(here.id()).orElseThrow().isClosing()).isFalse();
        assertThat(post.keysTo("ada@" + here.slug() + ".example"))
                .containsExactly("portability.mail.closing", "portability.mail.kept");
        assertThat(count("audit.entry where tenant_id = ? and action in ('tenant.closing', 'tenant.kept')"))
                .isEqualTo(2);
        assertThatExceptionOfType(Unconfirmed.class)
                .isThrownBy(() -> here.run(() -> closings.ask(here.owner(), "another")));
    }

    private void erase() {
        here.run(() -> departure.erase(here.owner(), here.mia().id(), "Mia Okafor"));
    }

    private int lines(String word) {
        return count("audit.entry e where tenant_id = ? and e::text like '%" + word + "%'")
                + count("audit.entry e where tenant_id = ? and e::text like '%m***a%'");
    }

    private int count(String what) {
        return owner().sql("select count(*) from " + what)
                .param(here.id().value())
                .query((row, index) -> row.getInt(1))
                .single();
    }

    private JdbcClient owner() {
        return JdbcClient.create(new DriverManagerDataSource(
                login.url(), login.owner().user(), login.owner().password()));
    }
}
