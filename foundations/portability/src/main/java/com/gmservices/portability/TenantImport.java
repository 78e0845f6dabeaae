package com.gmservices.portability;

import com.gmservices.audit.Act;
import com.gmservices.audit.Trail;
import com.gmservices.portability.Manifest.Header;
import com.gmservices.portability.PortabilityRefused.BadArchive;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Takes an archive into an empty business. First all of it is gone through: nothing is written as long as one byte may be
 * another than it was. Then the rows come in, all of them or none; then the files, each of which may come twice.
 */
@Component
class TenantImport {

    private final ArchiveReader reader;
    private final Catalogue catalogue;
    private final Versions versions;
    private final Arrival arrival;
    private final ObjectProvider<TenantFiles> files;
    private final Trail trail;
    private final Tenants tenants;

    TenantImport(
            ArchiveReader reader,
            Catalogue catalogue,
            Versions versions,
            Arrival arrival,
            ObjectProvider<TenantFiles> files,
            Trail trail,
            Tenants tenants) {
        this.reader = reader;
        this.catalogue = catalogue;
        this.versions = versions;
        this.arrival = arrival;
        this.files = files;
        this.trail = trail;
        this.tenants = tenants;
    }

    /** @param archive opens it at its beginning, each time */
    void take(Transfer transfer, Supplier<InputStream> archive, PassphraseKey key, IntConsumer progress)
            throws IOException {
        TenantId tenant = transfer.tenant();
        Header header = reader.header(archive.get());
        Manifest manifest = reader.check(archive.get(), transfer.bytes(), key);
        checkForm(header);
        if (!transfer.rowsDone()) {
            arrival.rows(transfer, archive, manifest, key, progress);
            trail.record(Act.of("tenant.imported", "tenant", tenant)
                    .to(Map.of(
                            "business", header.slug(),
                            "exported_at", header.exportedAt(),
                            "trail_before", new TreeMap<>(header.trail()))));
            tenants.forget();
        }
        restoreFiles(tenant, archive.get(), manifest);
    }

    private void checkForm(Header header) {
        List<Table> tables = catalogue.portable();
        Map<String, List<String>> here = tables.stream().collect(Collectors.toMap(Table::name, Table::form));
        Map<String, String> now = versions.of(tables);
        String other = now.entrySet().stream()
                .filter(ours -> !ours.getValue().equals(header.versions().get(ours.getKey())))
                .map(ours -> "%s %s instead of %s"
                        .formatted(
                                ours.getKey(), header.versions().getOrDefault(ours.getKey(), "none"), ours.getValue()))
                .collect(Collectors.joining(", "));
        if (!other.isEmpty() || !here.equals(header.schema())) {
            throw new BadArchive(
                    "The export is of another version of the platform (%s): bring both installations to the same one"
                            .formatted(other.isEmpty() ? "its tables are others" : other));
        }
    }

    private void restoreFiles(TenantId tenant, InputStream archive, Manifest manifest) throws IOException {
        reader.each(archive, manifest, new ArchiveReader.Visitor() {
            @Override
            public void table(String name, InputStream lines) {}

            @Override
            public void file(String folder, String name, long size, InputStream content) throws IOException {
                keeper(folder).restore(tenant, name, size, content);
            }
        });
    }

    private TenantFiles keeper(String folder) {
        return files.stream()
                .filter(some -> some.folder().equals(folder))
                .findFirst()
                .orElseThrow(() -> new BadArchive("Nobody here keeps files of %s".formatted(folder)));
    }
}
