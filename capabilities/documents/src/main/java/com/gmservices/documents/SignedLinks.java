package com.gmservices.documents;

import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.MemberId;
import com.gmservices.vault.BrokenSeal;
import com.gmservices.vault.Vault;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Secrets in addresses that open one file, or take one in, for a while, on behalf of the member who has asked for it.
 * They are sealed by the vault for the business: nobody makes or alters one, and none opens at another business.
 */
@Component
class SignedLinks {

    private static final int LENGTH = 16 + 16 + 8;

    private final Vault vault;
    private final Clock clock;

    SignedLinks(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    enum Purpose {
        DOWNLOAD,
        UPLOAD
    }

    record Grant(DocumentId document, MemberId member) {}

    String sign(Purpose purpose, Grant grant, Instant until) {
        byte[] plain = ByteBuffer.allocate(LENGTH)
                .putLong(grant.document.value().getMostSignificantBits())
                .putLong(grant.document.value().getLeastSignificantBits())
                .putLong(grant.member.value().getMostSignificantBits())
                .putLong(grant.member.value().getLeastSignificantBits())
                .putLong(until.toEpochMilli())
                .array();
        byte[] sealed = vault.seal(CurrentTenant.id(), context(purpose), plain);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** Empty for what nobody has signed, for another purpose or business, and for what has run out. */
    Optional<Grant> read(Purpose purpose, String secret) {
        ByteBuffer plain;
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(secret);
            plain = ByteBuffer.wrap(vault.open(CurrentTenant.id(), context(purpose), sealed));
        } catch (IllegalArgumentException | BrokenSeal _) {
            return Optional.empty();
        }
        var document = new DocumentId(new UUID(plain.getLong(), plain.getLong()));
        var member = new MemberId(new UUID(plain.getLong(), plain.getLong()));
        boolean over = clock.instant().isAfter(Instant.ofEpochMilli(plain.getLong()));
        return over ? Optional.empty() : Optional.of(new Grant(document, member));
    }

    private static String context(Purpose purpose) {
        return "documents." + purpose;
    }
}
