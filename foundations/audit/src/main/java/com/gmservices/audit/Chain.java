package com.gmservices.audit;

import com.gmservices.database.Ids;
import com.gmservices.database.PlatformDatabase;
import com.gmservices.vault.SealedColumn;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes seals: a keyed hash of a line, of its place and of the seal before it. */
@Component
class Chain {

    private static final String HMAC = "HmacSHA256";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient platform;
    private final SealedColumn sealed;

    Chain(@PlatformDatabase JdbcClient platform, SealedColumn chainKeys) {
        this.platform = platform;
        this.sealed = chainKeys;
    }

    private record Key(UUID id, byte[] sealed) {}

    /** A run of seals under one look at the key. */
    static final class Link {

        private final Mac mac;

        private Link(byte[] key) {
            try {
                this.mac = Mac.getInstance(HMAC);
                this.mac.init(new SecretKeySpec(key, HMAC));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("This Java has no " + HMAC, e);
            }
        }

        byte[] seal(byte @Nullable [] before, long position, Chained.Line line) {
            mac.update(before == null ? new byte[BYTES] : before);
            mac.update(Long.toString(position).getBytes(StandardCharsets.US_ASCII));
            mac.update((byte) 0);
            return mac.doFinal(line.bytes());
        }
    }

    Link link() {
        Key key = find().orElseGet(this::made);
        return new Link(sealed.open(null, key.id, key.sealed));
    }

    private Optional<Key> find() {
        return platform.sql("select id, key from audit.chain_key")
                .query((row, index) -> new Key(row.getObject("id", UUID.class), row.getBytes("key")))
                .optional();
    }

    private Key made() {
        UUID id = Ids.next();
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        platform.sql("insert into audit.chain_key (id, key) values (?, ?) on conflict do nothing")
                .params(id, sealed.seal(null, id, key))
                .update();
        return find().orElseThrow();
    }
}
