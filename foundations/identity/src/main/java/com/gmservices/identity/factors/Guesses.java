package com.gmservices.identity.factors;

import com.gmservices.tenancy.IdentityId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/**
 * Six digits can be guessed: after five wrong codes in a row each further one has to wait twice as long, up to a quarter
 * of an hour. Only who knows the password comes here, so that nobody is shut out by strangers; and recovery codes and
 * passkeys, which cannot be guessed, are always heard.
 */
@Component
public class Guesses {

    private static final int FREE = 5;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Clock clock;

    Guesses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Counts a guess before it is looked at, so that a thousand at the same time are not all the fifth. */
    void count(IdentityId identity) {
        Instant now = clock.instant();
        int heard = jdbc.sql("""
                insert into identity.factor_guess as g (identity_id, wrong, next_at) values (:id, 1, :now)
                on conflict (identity_id) do update
                set wrong = g.wrong + 1,
                    next_at = :now + make_interval(secs =>
                        case when g.wrong + 1 < :free then 0 else least(:longest, 2 ^ least(g.wrong + 1 - :free, 20)) end)
                where g.next_at <= :now
                """)
                .param("id", identity.value())
                .param("now", utc(now))
                .param("free", FREE)
                .param("longest", LONGEST.toSeconds())
                .update();
        if (heard == 0) {
            throw new TooFast(Duration.between(now, next(identity)));
        }
    }

    void forget(IdentityId identity) {
        jdbc.sql("delete from identity.factor_guess where identity_id = ?")
                .param(identity.value())
                .update();
    }

    private Instant next(IdentityId identity) {
        return jdbc.sql("select next_at from identity.factor_guess where identity_id = ?")
                .param(identity.value())
                .query((row, index) ->
                        row.getObject("next_at", OffsetDateTime.class).toInstant())
                .optional()
                .orElseGet(clock::instant);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Too many wrong codes: the next is heard after a while. */
    public static final class TooFast extends ErrorResponseException {
        TooFast(Duration wait) {
            super(HttpStatus.TOO_MANY_REQUESTS);
            setDetail("Too many wrong codes: wait a while, or use another factor");
            getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait.toSeconds() + 1)));
        }
    }
}
