package com.gmservices.identity.factors;

import com.gmservices.database.Ids;
import com.gmservices.tenancy.IdentityId;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The public halves of people's passkeys. */
@Repository
class PasskeyRows {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AttestedCredentialDataConverter converter =
            new AttestedCredentialDataConverter(new ObjectConverter());

    PasskeyRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Known(UUID id, IdentityId identity, CredentialRecord credential) {}

    /** False when somebody has registered this credential before. */
    boolean add(IdentityId identity, String name, CredentialRecord credential) {
        AttestedCredentialData key = credential.getAttestedCredentialData();
        return jdbc.sql("""
                insert into identity.passkey (id, identity_id, credential_id, credential, sign_count, verified, backup,
                    backed_up, name, created_at)
                values (:id, :identity, :credentialId, :credential, :count, :verified, :backup, :backedUp, :name, :now)
                on conflict do nothing
                """)
                        .param("id", Ids.next())
                        .param("identity", identity.value())
                        .param("credentialId", key.getCredentialId())
                        .param("credential", converter.convert(key))
                        .param("count", credential.getCounter())
                        .param("verified", Boolean.TRUE.equals(credential.isUvInitialized()))
                        .param("backup", Boolean.TRUE.equals(credential.isBackupEligible()))
                        .param("backedUp", Boolean.TRUE.equals(credential.isBackedUp()))
                        .param("name", name)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Known> find(byte[] credentialId) {
        return jdbc.sql("select * from identity.passkey where credential_id = ?")
                .param(credentialId)
                .query(this::toKnown)
                .optional();
    }

    void used(UUID id, CredentialRecord credential) {
        jdbc.sql("""
                update identity.passkey
                set sign_count = :count, verified = :verified, backed_up = :backedUp, used_at = :now
                where id = :id
                """)
                .param("count", credential.getCounter())
                .param("verified", Boolean.TRUE.equals(credential.isUvInitialized()))
                .param("backedUp", Boolean.TRUE.equals(credential.isBackedUp()))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    List<Passkey> of(IdentityId identity) {
        return jdbc.sql("select * from identity.passkey where identity_id = ? order by id")
                .param(identity.value())
                .query((row, index) -> new Passkey(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getBoolean("backed_up"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        usedAt(row).orElse(null)))
                .list();
    }

    List<byte[]> credentialIds(IdentityId identity) {
        return jdbc.sql("select credential_id from identity.passkey where identity_id = ? order by id")
                .param(identity.value())
                .query((row, index) -> row.getBytes("credential_id"))
                .list();
    }

    boolean rename(IdentityId identity, UUID id, String name) {
        return jdbc.sql("update identity.passkey set name = ? where identity_id = ? and id = ?")
                        .params(name, identity.value(), id)
                        .update()
                == 1;
    }

    boolean remove(IdentityId identity, UUID id) {
        return jdbc.sql("delete from identity.passkey where identity_id = ? and id = ?")
                        .params(identity.value(), id)
                        .update()
                == 1;
    }

    private Known toKnown(ResultSet row, int index) throws SQLException {
        var credential = new CredentialRecordImpl(
                new NoneAttestationStatement(),
                row.getBoolean("verified"),
                row.getBoolean("backup"),
                row.getBoolean("backed_up"),
                row.getLong("sign_count"),
                converter.convert(row.getBytes("credential")),
                null,
                null,
                null,
                Set.of());
        return new Known(
                row.getObject("id", UUID.class), new IdentityId(row.getObject("identity_id", UUID.class)), credential);
    }

    private static Optional<Instant> usedAt(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("used_at", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
