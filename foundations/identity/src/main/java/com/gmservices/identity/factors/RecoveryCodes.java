package com.gmservices.identity.factors;

import com.gmservices.tenancy.IdentityId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Ten codes on paper for the day on which the phone is lost, each good for once: {@code k7mq-2xvd-9trh-4bnc}. The first
 * four letters find the row, the other twelve (59 bits) are hashed as passwords are.
 */
@Repository
class RecoveryCodes {

    static final int HOW_MANY = 10;

    private static final int SELECTOR = 4;
    private static final int LENGTH = 16;

    /** Without the letters that are taken for one another when read from paper. */
    private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final SlowHash hash;
    private final Clock clock;

    RecoveryCodes(JdbcClient jdbc, SlowHash hash, Clock clock) {
        this.jdbc = jdbc;
        this.hash = hash;
        this.clock = clock;
    }

    private record Kept(String selector, String hash) {}

    /** The hashing is done beforehand, so that it keeps no connection waiting. */
    record Sheet(List<String> codes, List<String> hashes) {}

    Sheet make() {
        List<String> codes = new ArrayList<>();
        while (codes.size() < HOW_MANY) {
            String code = random();
            if (codes.stream().noneMatch(other -> other.startsWith(code.substring(0, SELECTOR)))) {
                codes.add(code);
            }
        }
        return new Sheet(
                codes,
                codes.stream().map(code -> hash.hash(code.substring(SELECTOR))).toList());
    }

    /** In the place of all that there were; to be called in a transaction. */
    List<String> replace(IdentityId identity, Sheet sheet) {
        forget(identity);
        for (int i = 0; i < sheet.codes().size(); i++) {
            jdbc.sql("insert into identity.recovery_code (identity_id, selector, hash) values (?, ?, ?)")
                    .params(
                            identity.value(),
                            sheet.codes().get(i).substring(0, SELECTOR),
                            sheet.hashes().get(i))
                    .update();
        }
        return sheet.codes().stream()
                .map(code -> code.replaceAll("(.{4})(?=.)", "$1-"))
                .toList();
    }

    boolean use(IdentityId identity, String text) {
        String code = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        if (code.length() != LENGTH) {
            return false;
        }
        Optional<Kept> kept = find(identity, code.substring(0, SELECTOR));
        return kept.isPresent()
                && hash.matches(code.substring(SELECTOR), kept.get().hash())
                && spend(identity, kept.get());
    }

    void forget(IdentityId identity) {
        jdbc.sql("delete from identity.recovery_code where identity_id = ?")
                .param(identity.value())
                .update();
    }

    private Optional<Kept> find(IdentityId identity, String selector) {
        return jdbc.sql("""
                select selector, hash from identity.recovery_code
                where identity_id = ? and selector = ? and used_at is null
                """)
                .params(identity.value(), selector)
                .query((row, index) -> new Kept(row.getString("selector"), row.getString("hash")))
                .optional();
    }

    private boolean spend(IdentityId identity, Kept code) {
        return jdbc.sql("""
                update identity.recovery_code set used_at = ?
                where identity_id = ? and selector = ? and hash = ? and used_at is null
                """)
                        .params(
                                clock.instant().atOffset(ZoneOffset.UTC),
                                identity.value(),
                                code.selector(),
                                code.hash())
                        .update()
                == 1;
    }

    private static String random() {
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
