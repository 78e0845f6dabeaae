package com.gmservices.portability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.gmservices.database.Partitions;
import com.gmservices.portability.Harbour.Business;
import com.gmservices.portability.PortabilityRefused.NotFound;
import com.gmservices.portability.PortabilityRefused.ShortPassphrase;
import com.gmservices.portability.PortabilityRefused.UnderWay;
import com.gmservices.portability.Ships.Shipyard;
import com.gmservices.portability.Transfer.State;
import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.Members;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest
class TransferTests {

    private static final Instant LONG_AGO = Instant.parse("2024-05-05T10:00:00Z");
    private static final YearMonth THAT_MONTH = YearMonth.of(2024, 5);
    private static final String PASSPHRASE = "seven wet dogs on a pier";
    private static final CurrentIdentity OPERATOR =
            new CurrentIdentity(IdentityId.next(), "op@gm.example", "Op", "Erator", true);

    @Autowired
    Harbour harbour;

    @Autowired
    Shipyard yard;

    @Autowired
    Holds holds;

    @Autowired
    TransferDesk desk;

    @Autowired
    TransferJobs jobs;

    @Autowired
    Transfers transfers;

    @Autowired
    Backstage backstage;

    @Autowired
    Members members;

    @Autowired
    Post post;

    @Autowired
    Partitions partitions;

    private Business here;
    private UUID ship;

    @BeforeEach
    void aBusiness() {
        holds.faults.set(0);
        partitions.cover(THAT_MONTH, THAT_MONTH);
        here = harbour.open();
        ship = here.inside(() -> {
            yard.build(here.mia().id(), "Old Tub", "her log", LONG_AGO);
            return yard.build(here.mia().id(), "Ship of Mia", "eleven crowns", Instant.now());
        });
        byte[] cargo = new byte[300_000];
        new Random(7).nextBytes(cargo);
        holds.of(here.id()).put(here.mia().id() + "/cargo", cargo);
    }

    @Test
    void comesIntoAnEmptyBusinessWithAllItsRowsFilesAndSecrets() throws IOException {
        Business there = harbour.openEmpty();

        byte[] archive = exported();
        backstage.change(owner -> owner.sql("drop table ships.ship_2024_05").update());
        Transfer done = takeIn(there, archive);

        assertThat(post.keysTo("ada@" + here.slug() + ".example")).containsExactly("portability.mail.export");
        assertThat(done.failure()).isNull();
        assertThat(done.state()).isEqualTo(State.READY);
        assertThat(there.inside(() -> yard.names())).isEqualTo("Old Tub,Ship of Mia");
        assertThat(there.inside(() -> yard.secret(ship))).isEqualTo("eleven crowns");
        assertThat(rows("ships.voyage", there)).isEqualTo(rows("ships.voyage", here));
        assertThat(holds.of(there.id()))
                .hasSize(1)
                .allSatisfy((name, bytes) ->
                        assertThat(bytes).isEqualTo(holds.of(here.id()).get(name)));
        Member mia = there.inside(() -> members.find(here.mia().id()).orElseThrow());
        assertThat(mia.name()).isEqualTo("Mia Okafor");
        assertThat(mia.identity()).isNull();
        assertThat(there.inside(() -> members.find(there.owner().id()).orElseThrow())
                        .owner())
                .isTrue();
        assertThat(there.inside(() -> members.find(here.owner().id()).orElseThrow())
                        .owner())
                .isFalse();
    }

    @Test
    void showsSealedValuesToNobodyWithoutThePassphrase() throws IOException {
        Map<String, byte[]> entries = unzipped(exported());

        assertThat(entries).containsKeys("export.json", "manifest.json", "tables/ships.ship.jsonl");
        assertThat(text(entries, "tables/ships.ship.jsonl"))
                .contains("Ship of Mia")
                .doesNotContain("eleven");
        assertThat(text(entries, "tables/tenancy.member.jsonl")).contains("Mia Okafor");
    }

    @Test
    void beginsAnewAfterACrash() throws IOException {
        Transfer asked = here.inside(() -> desk.export(here.owner(), PASSPHRASE));
        holds.faults.set(1);
        assertThatIllegalStateException().isThrownBy(() -> work(here, asked));

        work(here, asked);

        assertThat(state(here, asked).state()).isEqualTo(State.READY);
        byte[] archive = fetched(asked);
        Business there = harbour.openEmpty();
        Transfer taken = desk.take(there.id(), OPERATOR, new ByteArrayInputStream(archive), PASSPHRASE);
        holds.faults.set(1);
        assertThatIllegalStateException().isThrownBy(() -> work(there, taken));
        work(there, taken);
        assertThat(state(there, taken).state()).isEqualTo(State.READY);
        assertThat(there.inside(() -> yard.names())).isEqualTo("Old Tub,Ship of Mia");
        assertThat(holds.of(there.id())).hasSize(1);
    }

    /** By the command line, and by a platform that runs beside it. */
    @Test
    void twoWhoCarryItOutAtOnceDoItOnce() throws Exception {
        byte[] archive = exported();
        Business there = harbour.openEmpty();
        Transfer taken = desk.take(there.id(), OPERATOR, new ByteArrayInputStream(archive), PASSPHRASE);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(Collections.nCopies(2, () -> {
                        work(there, taken);
                        return taken;
                    }))
                    .forEach(Future::resultNow);
        }

        assertThat(state(there, taken).state()).isEqualTo(State.READY);
        assertThat(holds.of(there.id())).hasSize(1);
    }

    @Test
    void givesUpAfterSomeTries() {
        Transfer asked = here.inside(() -> desk.export(here.owner(), PASSPHRASE));
        holds.faults.set(3);
        assertThatIllegalStateException().isThrownBy(() -> work(here, asked));
        assertThatIllegalStateException().isThrownBy(() -> work(here, asked));
        work(here, asked);

        assertThat(state(here, asked).state()).isEqualTo(State.FAILED);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> here.run(() -> desk.fetch(here.owner(), asked.id())));
    }

    @Test
    void makesOneAtATime() {
        here.run(() -> desk.export(here.owner(), PASSPHRASE));

        assertThatExceptionOfType(UnderWay.class)
                .isThrownBy(() -> here.run(() -> desk.export(here.owner(), PASSPHRASE)));
        assertThatExceptionOfType(ShortPassphrase.class)
                .isThrownBy(() -> here.run(() -> desk.export(here.owner(), "short")));
    }

    @Test
    void hidesExportsFromOtherBusinesses() {
        Transfer asked = here.inside(() -> desk.export(here.owner(), PASSPHRASE));
        Business stranger = harbour.openEmpty();

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> stranger.run(() -> desk.export(stranger.owner(), asked.id())));
    }

    @Test
    void refusesWhatWasAlteredCutOffOrIsNotOne() throws IOException {
        byte[] archive = exported();
        Map<String, byte[]> altered = unzipped(archive);
        altered.computeIfPresent(
                "tables/tenancy.member.jsonl",
                (name, bytes) -> new String(bytes, StandardCharsets.UTF_8)
                        .replace("Mia Okafor", "Mia Obafor")
                        .getBytes(StandardCharsets.UTF_8));
        Map<String, byte[]> longer = unzipped(archive);
        longer.put("tables/ships.raft.jsonl", "{}\n".getBytes(StandardCharsets.UTF_8));
        Map<String, byte[]> shorter = unzipped(archive);
        shorter.remove("tables/ships.ship.jsonl");
        Map<String, byte[]> inflated = unzipped(archive);
        inflated.put("tables/zeros.jsonl", new byte[90_000_000]);
        byte[] half = Arrays.copyOf(archive, archive.length / 2);

        assertThat(failure(zipped(altered), PASSPHRASE)).contains("altered: tables/tenancy.member.jsonl");
        assertThat(failure(zipped(longer), PASSPHRASE)).contains("altered: tables/ships.raft.jsonl");
        assertThat(failure(zipped(shorter), PASSPHRASE)).contains("altered: tables/ships.ship.jsonl");
        assertThat(failure(zipped(inflated), PASSPHRASE)).contains("unpacks to more");
        assertThat(failure(half, PASSPHRASE)).contains("damaged or cut off");
        assertThat(failure(archive, "seven dry dogs on a pier")).contains("passphrase is another one");
        assertThatExceptionOfType(PortabilityRefused.BadArchive.class)
                .isThrownBy(() -> failure("no archive at all".getBytes(StandardCharsets.UTF_8), PASSPHRASE))
                .withMessageContaining("not an export");
    }

    @Test
    void refusesAnotherVersionOfThePlatform() throws IOException {
        Map<String, byte[]> other = unzipped(exported());
        other.computeIfPresent(
                "export.json",
                (name, bytes) -> new String(bytes, StandardCharsets.UTF_8)
                        .replace("\"ships\" : \"1\"", "\"ships\" : \"9\"")
                        .getBytes(StandardCharsets.UTF_8));
        resign(other);

        assertThat(failure(zipped(other), PASSPHRASE)).contains("another version", "ships 9 instead of 1");
    }

    @Test
    void refusesToMixTwoBusinesses() throws IOException {
        Business there = harbour.open();

        Transfer done = takeIn(there, exported());

        assertThat(done.failure()).contains("people beside its owner");
        assertThat(there.inside(() -> yard.names())).isEqualTo("null");
    }

    private byte[] exported() throws IOException {
        Transfer asked = here.inside(() -> desk.export(here.owner(), PASSPHRASE));
        work(here, asked);
        return fetched(asked);
    }

    private byte[] fetched(Transfer asked) throws IOException {
        var bytes = new ByteArrayOutputStream();
        here.run(() -> {
            try (var archive = desk.fetch(here.owner(), asked.id())) {
                archive.transferTo(bytes);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        return bytes.toByteArray();
    }

    private String failure(byte[] archive, String passphrase) throws IOException {
        Business there = harbour.openEmpty();
        Transfer taken = desk.take(there.id(), OPERATOR, new ByteArrayInputStream(archive), passphrase);
        work(there, taken);
        Transfer done = state(there, taken);
        assertThat(done.state()).isEqualTo(State.FAILED);
        assertThat(there.inside(() -> yard.names())).isEqualTo("null");
        return String.valueOf(done.failure());
    }

    private Transfer takeIn(Business there, byte[] archive) throws IOException {
        Transfer taken = desk.take(there.id(), OPERATOR, new ByteArrayInputStream(archive), PASSPHRASE);
        work(there, taken);
        return state(there, taken);
    }

    private void work(Business business, Transfer transfer) {
        jobs.work(new TransferJobs.Work(business.id(), transfer.id()));
    }

    private Transfer state(Business business, Transfer transfer) {
        return business.inside(() -> transfers.find(transfer.id()).orElseThrow());
    }

    private List<String> rows(String table, Business business) {
        return backstage.look(database -> database.sql(
                        "select (to_jsonb(t) - 'tenant_id')::text from %s t where tenant_id = ? order by 1"
                                .formatted(table))
                .param(business.id().value())
                .query((row, index) -> row.getString(1))
                .list());
    }

    private static String text(Map<String, byte[]> entries, String name) {
        return new String(entries.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> unzipped(byte[] archive) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static byte[] zipped(Map<String, byte[]> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** As somebody would who knows the passphrase. */
    private static void resign(Map<String, byte[]> entries) throws IOException {
        var json = new JsonMapper();
        byte[] salt = Base64.getDecoder()
                .decode(json.readTree(text(entries, Manifest.HEADER))
                        .path("salt")
                        .asString());
        var written = new ArchiveWriter(OutputStream.nullOutputStream());
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            if (!entry.getKey().startsWith("manifest")) {
                written.add(entry.getKey(), out -> {
                    out.write(entry.getValue());
                    return null;
                });
            }
        }
        byte[] list = json.writeValueAsBytes(written.manifest());
        entries.put(Manifest.LIST, list);
        entries.put(
                Manifest.VOUCHER,
                HexFormat.of()
                        .formatHex(PassphraseKey.of(PASSPHRASE, salt, PassphraseKey.FEWEST)
                                .vouch(list))
                        .getBytes(StandardCharsets.US_ASCII));
    }
}
