package com.gmservices.portability;

import com.gmservices.audit.Act;
import com.gmservices.audit.Trail;
import com.gmservices.portability.PortabilityRefused.NotFound;
import com.gmservices.portability.PortabilityRefused.ShortPassphrase;
import com.gmservices.portability.Transfer.Kind;
import com.gmservices.portability.Transfer.State;
import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Where a business is handed out, and handed in. */
@Service
class TransferDesk {

    private final Transfers transfers;
    private final Parts parts;
    private final ArchiveReader reader;
    private final TransferJobs jobs;
    private final Tenants tenants;
    private final Trail trail;
    private final TransactionTemplate transactions;
    private final int rounds;

    TransferDesk(
            Transfers transfers,
            Parts parts,
            ArchiveReader reader,
            TransferJobs jobs,
            Tenants tenants,
            Trail trail,
            TransactionTemplate transactions,
            @Value(PassphraseKey.ROUNDS) int rounds) {
        this.transfers = transfers;
        this.parts = parts;
        this.reader = reader;
        this.jobs = jobs;
        this.tenants = tenants;
        this.trail = trail;
        this.transactions = transactions;
        this.rounds = rounds;
    }

    /** @throws PortabilityRefused when the passphrase is too short, or one is under way */
    Transfer export(CurrentMember admin, @Nullable String passphrase) {
        admin.require("export:tenant");
        byte[] salt = PassphraseKey.newSalt();
        PassphraseKey key = PassphraseKey.of(checked(passphrase), salt, rounds);
        Transfer asked = transactions.execute(status -> {
            Transfer transfer =
                    transfers.add(Kind.EXPORT, State.WAITING, admin.id().value());
            transfers.arm(transfer.id(), salt, key);
            trail.record(Act.of("tenant.export-asked", "export", transfer.id()));
            return transfer;
        });
        jobs.begin(asked);
        return asked;
    }

    List<Transfer> exports(CurrentMember admin) {
        admin.require("export:tenant");
        return transfers.latest(Kind.EXPORT);
    }

    Transfer export(CurrentMember admin, UUID id) {
        admin.require("export:tenant");
        return transfers
                .find(id)
                .filter(transfer -> transfer.kind() == Kind.EXPORT)
                .orElseThrow(() -> new NotFound("export"));
    }

    /** That it was fetched is written down before the first byte leaves. */
    InputStream fetch(CurrentMember admin, UUID id) {
        Transfer transfer = export(admin, id);
        if (!transfer.isReady()) {
            throw new NotFound("export");
        }
        trail.record(Act.of("tenant.export-fetched", "export", id).to(Map.of("bytes", transfer.bytes())));
        return parts.read(transfer.tenant(), id);
    }

    /** It need not lie there until its days are over. */
    void discard(CurrentMember admin, UUID id) {
        Transfer transfer = export(admin, id);
        transfers.remove(transfer.id());
        trail.record(Act.of("tenant.export-discarded", "export", id));
    }

    List<Transfer> imports(TenantId tenant) {
        return CurrentTenant.call(tenant, () -> transfers.latest(Kind.IMPORT));
    }

    /** @throws PortabilityRefused.BadArchive when it is not even an export; whether it is whole is seen later */
    Transfer take(TenantId tenant, CurrentIdentity operator, InputStream archive, @Nullable String passphrase)
            throws IOException {
        if (tenants.find(tenant).isEmpty()) {
            throw new NotFound("business");
        }
        String words = checked(passphrase);
        return CurrentTenant.call(tenant, () -> {
            transfers.removeReceiving();
            Transfer transfer =
                    transfers.add(Kind.IMPORT, State.RECEIVING, operator.id().value());
            try {
                long bytes = receive(transfer, archive);
                Manifest.Header header = reader.header(parts.read(tenant, transfer.id()));
                byte[] salt = ArchiveReader.salt(header);
                transfers.received(transfer.id(), bytes);
                transfers.arm(transfer.id(), salt, PassphraseKey.of(words, salt, header.rounds()));
            } catch (IOException | RuntimeException e) {
                transfers.remove(transfer.id());
                throw e;
            }
            trail.record(Act.of("tenant.import-asked", "import", transfer.id()));
            jobs.begin(transfer);
            return transfer;
        });
    }

    private long receive(Transfer transfer, InputStream archive) throws IOException {
        try (OutputStream to = parts.write(transfer.tenant(), transfer.id())) {
            return archive.transferTo(to);
        }
    }

    private static String checked(@Nullable String passphrase) {
        if (passphrase == null || passphrase.strip().length() < PassphraseKey.SHORTEST) {
            throw new ShortPassphrase();
        }
        return passphrase;
    }
}
