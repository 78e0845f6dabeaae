package com.gmservices.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** An owner's data keys, unwrapped: the primary one seals, each opens what it has sealed. */
record KeyRing(UUID owner, int revision, Instant freshSince, KeysetHandle keys, Aead aead) {

    /** Tink's prefix of a sealed value: its version, then the key's id. */
    private static final int PREFIX = 5;

    static KeysetHandle generated() throws GeneralSecurityException {
        return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
    }

    static byte[] wrapped(UUID owner, KeysetHandle keys, MasterKey master) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeEncryptedKeyset(keys, master.aead(), label(owner), AeadConfig2026.get());
    }

    static KeyRing unwrapped(DataKeys.Row row, MasterKey master) throws GeneralSecurityException {
        KeysetHandle keys = TinkProtoKeysetFormat.parseEncryptedKeyset(
                Objects.requireNonNull(row.keys()), master.aead(), label(row.owner()), AeadConfig2026.get());
        return with(row.owner(), row.revision(), row.freshSince(), keys);
    }

    private static KeyRing with(UUID owner, int revision, Instant freshSince, KeysetHandle keys)
            throws GeneralSecurityException {
        return new KeyRing(owner, revision, freshSince, keys, keys.getPrimitive(AeadConfig2026.get(), Aead.class));
    }

    /** Whether nobody has changed it since. */
    boolean isOf(DataKeys.Row row) {
        return row.keys() != null && row.revision() == revision;
    }

    /** One more, which seals from now on. */
    KeyRing withNewKey(Instant now) throws GeneralSecurityException {
        KeysetHandle more = KeysetHandle.newBuilder(keys)
                .setConfiguration(AeadConfig2026.get())
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();
        return with(owner, revision, now, more);
    }

    KeyRing withPrimaryOnly() throws GeneralSecurityException {
        KeysetHandle.Builder fewer = KeysetHandle.newBuilder(keys).setConfiguration(AeadConfig2026.get());
        for (int at = fewer.size() - 1; at >= 0; at--) {
            if (!fewer.getAt(at).isPrimary()) {
                fewer.deleteAt(at);
            }
        }
        return with(owner, revision, freshSince, fewer.build());
    }

    /** A wrapped set that is put into another owner's row does not open. */
    private static byte[] label(UUID owner) {
        return owner.toString().getBytes(StandardCharsets.US_ASCII);
    }

    boolean isSealedByPrimary(byte[] sealed) throws GeneralSecurityException {
        return sealed.length > PREFIX
                && ByteBuffer.wrap(sealed, 1, PREFIX - 1).getInt()
                        == keys.getPrimary().getId();
    }
}
