package com.gmservices.portability;

import com.gmservices.audit.TrailEnd;
import com.gmservices.database.Partitions;
import com.gmservices.portability.PortabilityRefused.BadArchive;
import com.gmservices.portability.PortabilityRefused.NotEmpty;
import com.gmservices.portability.Table.Column;
import com.gmservices.tenancy.TenantId;
import com.gmservices.vault.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts the rows of an archive that was checked into an empty business, in one transaction. */
@Component
class Arrival {

    private static final int AT_ONCE = 500;
    private static final int OLDEST_YEARS = 15;

    private final ArchiveReader reader;
    private final Catalogue catalogue;
    private final Backstage backstage;
    private final Partitions partitions;
    private final SealedRows sealed;
    private final Newcomers newcomers;
    private final TrailEnd trail;
    private final Vault vault;
    private final JsonMapper json;
    private final Clock clock;

    Arrival(
            ArchiveReader reader,
            Catalogue catalogue,
            Backstage backstage,
            Partitions partitions,
            SealedRows sealed,
            Newcomers newcomers,
            TrailEnd trail,
            Vault vault,
            JsonMapper json,
            Clock clock) {
        this.reader = reader;
        this.catalogue = catalogue;
        this.backstage = backstage;
        this.partitions = partitions;
        this.sealed = sealed;
        this.newcomers = newcomers;
        this.trail = trail;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    void rows(
            Transfer transfer,
            Supplier<InputStream> archive,
            Manifest manifest,
            PassphraseKey key,
            IntConsumer progress)
            throws IOException {
        Map<String, Table> tables =
                catalogue.portable().stream().collect(Collectors.toMap(Table::name, Function.identity()));
        prepareMonths(archive.get(), manifest, tables);
        backstage.change(database -> {
            TenantId tenant = transfer.tenant();
            checkEmpty(database, tenant);
            newcomers.receive(database, tenant, () -> {
                clear(database, tenant);
                insertAll(database, tenant, archive.get(), manifest, tables, key, progress);
            });
            trail.goOn(database, tenant);
            database.sql("update portability.transfer set rows_done = true where tenant_id = ? and id = ?")
                    .params(tenant.value(), transfer.id())
                    .update();
            return null;
        });
    }

    /** What was written long ago lies in months that this installation may never have had. */
    private void prepareMonths(InputStream archive, Manifest manifest, Map<String, Table> tables) throws IOException {
        YearMonth now = YearMonth.now(clock.withZone(ZoneOffset.UTC));
        YearMonth[] span = {now, now};
        each(archive, manifest, (name, lines) -> {
            String column = table(tables, name).month();
            if (column != null) {
                for (List<String> some = lines.next(AT_ONCE); !some.isEmpty(); some = lines.next(AT_ONCE)) {
                    some.forEach(line -> widen(span, month(line, column)));
                }
            }
        });
        if (span[0].isBefore(now.minusYears(OLDEST_YEARS)) || span[1].isAfter(now.plusMonths(1))) {
            throw new BadArchive("The export has rows of %s to %s: some clock was wrong".formatted(span[0], span[1]));
        }
        partitions.cover(span[0], span[1]);
    }

    private static void widen(YearMonth[] span, YearMonth month) {
        span[0] = month.isBefore(span[0]) ? month : span[0];
        span[1] = month.isAfter(span[1]) ? month : span[1];
    }

    private YearMonth month(String line, String column) {
        UUID id = UUID.fromString(json.readTree(line).path(column).asString());
        return YearMonth.from(
                Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16).atOffset(ZoneOffset.UTC));
    }

    private void checkEmpty(JdbcClient database, TenantId tenant) {
        for (Table table : catalogue.portable()) {
            if (table.ofTenants() && !table.note().isAdded() && !table.note().isReplaced()) {
                boolean has = database.sql("select exists (select from %s where tenant_id = ?)".formatted(table.name()))
                        .param(tenant.value())
                        .query((row, index) -> row.getBoolean(1))
                        .single();
                if (has) {
                    throw new NotEmpty("rows in " + table.name());
                }
            }
        }
    }

    private void clear(JdbcClient database, TenantId tenant) {
        catalogue.portable().reversed().stream()
                .filter(table -> table.ofTenants() && table.note().isReplaced())
                .forEach(table -> database.sql("delete from %s where tenant_id = ?".formatted(table.name()))
                        .param(tenant.value())
                        .update());
    }

    private void insertAll(
            JdbcClient database,
            TenantId tenant,
            InputStream archive,
            Manifest manifest,
            Map<String, Table> tables,
            PassphraseKey key,
            IntConsumer progress) {
        int[] done = {0};
        try {
            each(archive, manifest, (name, lines) -> {
                insert(database, tenant, table(tables, name), lines, key);
                done[0]++;
                progress.accept(done[0]);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void insert(JdbcClient database, TenantId tenant, Table table, Lines lines, PassphraseKey key)
            throws IOException {
        String sql = table.ofTenants() ? insertion(table) : replacement(table);
        for (List<String> some = lines.next(AT_ONCE); !some.isEmpty(); some = lines.next(AT_ONCE)) {
            String rows = some.stream()
                    .map(line -> sealed.moved(
                            table, line, (context, value) -> vault.seal(tenant, context, key.open(context, value))))
                    .collect(Collectors.joining(",", "[", "]"));
            try {
                database.sql(sql)
                        .param("tenant", tenant.value())
                        .param("rows", rows)
                        .update();
            } catch (DataAccessException e) {
                throw new BadArchive("A row of %s is not taken by this database".formatted(table.name()));
            }
        }
    }

    /** Ids stay; the business is another one, and so may be the people who sign in. */
    private static String insertion(Table table) {
        String values = table.columns().stream()
                .filter(Column::isPortable)
                .map(Arrival::value)
                .collect(Collectors.joining(", "));
        return "insert into %1$s (%2$s) select %3$s from jsonb_populate_recordset(null::%1$s, :rows::jsonb) r"
                .formatted(table.name(), table.portable(), values);
    }

    private static String value(Column column) {
        if (column.name().equals("tenant_id")) {
            return ":tenant::uuid";
        }
        return "identity".equals(column.note().whose()) ? "null" : "r." + Table.quoted(column.name());
    }

    /** The business itself is there already. */
    private static String replacement(Table table) {
        String values = table.columns().stream()
                .filter(column -> column.isPortable() && !column.name().equals(table.tenantColumn()))
                .map(column -> "%1$s = r.%1$s".formatted(Table.quoted(column.name())))
                .collect(Collectors.joining(", "));
        return "update %1$s t set %2$s from jsonb_populate_recordset(null::%1$s, :rows::jsonb) r where t.%3$s = :tenant"
                .formatted(table.name(), values, table.tenantColumn());
    }

    private static Table table(Map<String, Table> tables, String name) {
        Table table = tables.get(name);
        if (table == null) {
            throw new BadArchive("There is no place here for rows of " + name);
        }
        return table;
    }

    private interface Rows {
        void of(String table, Lines lines) throws IOException;
    }

    private void each(InputStream archive, Manifest manifest, Rows rows) throws IOException {
        reader.each(archive, manifest, new ArchiveReader.Visitor() {
            @Override
            public void table(String name, InputStream lines) throws IOException {
                rows.of(name, new Lines(lines));
            }

            @Override
            public void file(String folder, String name, long size, InputStream content) {}
        });
    }
}
