package com.gmservices.vault;

import com.gmservices.tenancy.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Seals and opens values under the keys of a tenant, or of the platform itself when no tenant is named. The context says
 * what a value is and whose ({@code identity.totp/<id>}): a sealed value that is put somewhere else does not open.
 */
@Service
public class Vault {

    private final KeyRings rings;
    private final DataKeys rows;

    Vault(KeyRings rings, DataKeys rows) {
        this.rings = rings;
        this.rows = rows;
    }

    public byte[] seal(@Nullable TenantId tenant, String context, byte[] plain) {
        try {
            return rings.of(KeyRings.owner(tenant)).aead().encrypt(plain, bytes(context));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Nothing can be sealed", e);
        }
    }

    /** @throws BrokenSeal when it was sealed for another tenant or context, was altered, or its key is destroyed */
    public byte[] open(@Nullable TenantId tenant, String context, byte[] sealed) {
        KeyRing ring = rings.of(KeyRings.owner(tenant));
        try {
            return ring.aead().decrypt(sealed, bytes(context));
        } catch (GeneralSecurityException e) {
            return openWithNewer(ring, context, sealed, e);
        }
    }

    /** Another node may have changed the keys since we have unwrapped ours. */
    private byte[] openWithNewer(KeyRing known, String context, byte[] sealed, GeneralSecurityException failure) {
        KeyRing now = rings.fresh(known.owner());
        if (now.revision() == known.revision()) {
            throw new BrokenSeal("A value for %s does not open".formatted(context), failure);
        }
        try {
            return now.aead().decrypt(sealed, bytes(context));
        } catch (GeneralSecurityException e) {
            throw new BrokenSeal("A value for %s does not open".formatted(context), e);
        }
    }

    /** The same value, sealed by today's key; the very same bytes when they are. */
    public byte[] renew(@Nullable TenantId tenant, String context, byte[] sealed) {
        try {
            KeyRing ring = rings.of(KeyRings.owner(tenant));
            return ring.isSealedByPrimary(sealed) ? sealed : seal(tenant, context, open(tenant, context, sealed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Keys without a primary one", e);
        }
    }

    /** What was sealed for the tenant is lost, in every backup too. Other nodes may still open it for a minute. */
    public void destroy(TenantId tenant) {
        UUID owner = KeyRings.owner(tenant);
        boolean done;
        do {
            DataKeys.Row row = rows.find(owner).orElse(null);
            done = row == null || row.keys() == null || rows.replace(row, row.masterId(), null, row.freshSince());
        } while (!done);
        rings.forget(owner);
    }

    private static byte[] bytes(String context) {
        return context.getBytes(StandardCharsets.UTF_8);
    }
}
