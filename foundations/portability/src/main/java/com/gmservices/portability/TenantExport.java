package com.gmservices.portability;

import com.gmservices.audit.TrailEnd;
import com.gmservices.portability.Manifest.Header;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import com.gmservices.vault.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes all of a business into a ZIP: its rows as they were at one moment, and its files. */
@Component
class TenantExport {

    private static final int AT_ONCE = 500;

    private static final String READ_ME = """
            All that GM Services keeps of a business.

            export.json     when, of which business, and which columns each table has
            tables/         a file for each table, a line of JSON for each row, as PostgreSQL writes it
            files/          what was uploaded
            manifest.json   size and SHA-256 of each entry; manifest.hmac vouches for this list

            Personal details stand here in the open: keep this file as you would keep the data. What is kept sealed on the
            platform (identity numbers, bank accounts, incomes) is sealed here by the passphrase that was chosen:
            PBKDF2-HMAC-SHA256, with salt and rounds of export.json, gives 64 bytes. The first 32 are the key of
            AES-256-GCM, with a nonce of 12 bytes before each value and the value's name as additional data (such as
            requests.request.details/<id>/income); the last 32 are the key of manifest.hmac (HMAC-SHA-256).
            """;

    private final Catalogue catalogue;
    private final Backstage backstage;
    private final SealedRows sealed;
    private final Vault vault;
    private final Tenants tenants;
    private final TrailEnd trail;
    private final Versions versions;
    private final ObjectProvider<TenantFiles> files;
    private final JsonMapper json;
    private final Clock clock;
    private final int rounds;

    TenantExport(
            Catalogue catalogue,
            Backstage backstage,
            SealedRows sealed,
            Vault vault,
            Tenants tenants,
            TrailEnd trail,
            Versions versions,
            ObjectProvider<TenantFiles> files,
            JsonMapper json,
            Clock clock,
            @Value(PassphraseKey.ROUNDS) int rounds) {
        this.catalogue = catalogue;
        this.backstage = backstage;
        this.sealed = sealed;
        this.vault = vault;
        this.tenants = tenants;
        this.trail = trail;
        this.versions = versions;
        this.files = files;
        this.json = json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
        this.clock = clock;
        this.rounds = rounds;
    }

    int tables() {
        return catalogue.portable().size();
    }

    /** @param progress is told how many tables are done */
    void write(TenantId tenant, PassphraseKey key, byte[] salt, OutputStream to, IntConsumer progress)
            throws IOException {
        List<Table> tables = catalogue.portable();
        try (var archive = new ArchiveWriter(to)) {
            archive.add(Manifest.HEADER, json.writeValueAsString(header(tenant, salt, tables)));
            archive.add(Manifest.READ_ME, READ_ME);
            backstage.look(database -> {
                for (int at = 0; at < tables.size(); at++) {
                    addTable(archive, database, tenant, tables.get(at), key);
                    progress.accept(at + 1);
                }
                return null;
            });
            for (TenantFiles some : files) {
                some.each(tenant, (name, size, content) -> addFile(archive, some, name, size, content));
            }
            byte[] list = json.writeValueAsBytes(archive.manifest());
            archive.add(Manifest.LIST, new String(list, StandardCharsets.UTF_8));
            archive.add(Manifest.VOUCHER, HexFormat.of().formatHex(key.vouch(list)));
        }
    }

    private Header header(TenantId id, byte[] salt, List<Table> tables) {
        Tenant tenant = tenants.find(id).orElseThrow();
        Map<String, List<String>> schema =
                tables.stream().collect(Collectors.toMap(Table::name, Table::form, (one, other) -> one, TreeMap::new));
        return new Header(
                Manifest.FORMAT,
                clock.instant().toString(),
                Base64.getEncoder().encodeToString(salt),
                rounds,
                tenant.name(),
                tenant.slug(),
                schema,
                versions.of(tables),
                trail.of(id));
    }

    private void addTable(ArchiveWriter archive, JdbcClient database, TenantId tenant, Table table, PassphraseKey key) {
        try {
            archive.add(Manifest.entry(table), out -> writeRows(database, tenant, table, key, out));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long writeRows(JdbcClient database, TenantId tenant, Table table, PassphraseKey key, OutputStream out) {
        var rows = new AtomicLong();
        database.sql("select to_jsonb(t)::text from (select %s from %s where %s = ? order by %s) t"
                        .formatted(table.portable(), table.name(), table.tenantColumn(), table.order()))
                .withFetchSize(AT_ONCE)
                .param(tenant.value())
                .query(row -> {
                    rows.incrementAndGet();
                    write(
                            out,
                            sealed.moved(
                                    table,
                                    row.getString(1),
                                    (context, value) -> key.seal(context, vault.open(tenant, context, value))));
                });
        return rows.get();
    }

    private static void write(OutputStream out, String line) {
        try {
            out.write(line.getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addFile(
            ArchiveWriter archive, TenantFiles files, String name, long size, TenantFiles.Content content)
            throws IOException {
        try (InputStream in = content.open()) {
            archive.addFile(Manifest.FILES + files.folder() + "/" + name, size, in);
        }
    }
}
