package com.gmservices.payments.dispute;

import com.gmservices.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the current tenant's gateways have said of complaints and is not written down yet: because nobody has come to it,
 * the gateway does not answer, or the charge is not known. It is gone into again and again, ever more seldom.
 */
@Repository
@Transactional
class Hearsay {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(1);
    /** No gateway takes an answer any more by then: it is somebody else's charge at a shared account. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(60);

    private final JdbcClient jdbc;

    Hearsay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param told how often; who has gone into it forgets no more than that */
    record Word(String gateway, String reference, int told, int tries, Instant heardAt) {

        boolean isOld(Instant now) {
            return heardAt.plus(FORGOTTEN_AFTER).isBefore(now);
        }
    }

    Word hear(String gateway, String reference, Instant now) {
        return jdbc.sql("""
                insert into payments.dispute_hearsay as h (tenant_id, gateway, reference, look_at, heard_at)
                values (:tenant, :gateway, :reference, :lookAt, :now)
                on conflict (tenant_id, gateway, reference) do update set told = h.told + 1
                returning *
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("gateway", gateway)
                .param("reference", reference)
                .param("lookAt", utc(now.plus(FIRST)))
                .param("now", utc(now))
                .query(Hearsay::toWord)
                .single();
    }

    /** Unless it was told again meanwhile. */
    void forget(Word word) {
        jdbc.sql("""
                delete from payments.dispute_hearsay
                where tenant_id = ? and gateway = ? and reference = ? and told = ?
                """)
                .params(CurrentTenant.id().value(), word.gateway, word.reference, word.told)
                .update();
    }

    /** True for one of those who found it due. */
    boolean claim(Word word, Instant now) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(word.tries + 1, 20));
        return jdbc.sql("""
                update payments.dispute_hearsay set tries = tries + 1, look_at = :next
                where tenant_id = :tenant and gateway = :gateway and reference = :reference and tries = :seen
                """)
                        .param("next", utc(now.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST)))
                        .param("tenant", CurrentTenant.id().value())
                        .param("gateway", word.gateway)
                        .param("reference", word.reference)
                        .param("seen", word.tries)
                        .update()
                == 1;
    }

    @Transactional(readOnly = true)
    List<Word> due(Instant now, int limit) {
        return jdbc.sql("""
                select * from payments.dispute_hearsay where tenant_id = ? and look_at <= ? order by look_at limit ?
                """)
                .params(CurrentTenant.id().value(), utc(now), limit)
                .query(Hearsay::toWord)
                .list();
    }

    /** What was gone into for some time, and led nowhere. */
    @Transactional(readOnly = true)
    List<Word> unsettled(Instant heardBefore, int limit) {
        return jdbc.sql("""
                select * from payments.dispute_hearsay where tenant_id = ? and heard_at < ? order by heard_at limit ?
                """)
                .params(CurrentTenant.id().value(), utc(heardBefore), limit)
                .query(Hearsay::toWord)
                .list();
    }

    private static Word toWord(ResultSet row, int index) throws SQLException {
        return new Word(
                row.getString("gateway"),
                row.getString("reference"),
                row.getInt("told"),
                row.getInt("tries"),
                row.getObject("heard_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
