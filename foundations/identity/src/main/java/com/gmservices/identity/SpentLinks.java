package com.gmservices.identity;

import com.gmservices.database.PlatformDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets links that ran out, and whom somebody invited a while after theirs was used or did. */
@Component
class SpentLinks {

    static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final JdbcClient platform;
    private final Clock clock;

    SpentLinks(JdbcClient jdbc, @PlatformDatabase JdbcClient platform, Clock clock) {
        this.jdbc = jdbc;
        this.platform = platform;
        this.clock = clock;
    }

    void forget() {
        Instant now = clock.instant();
        platform.sql("delete from identity.invitation where expires_at < ?")
                .param(now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("delete from identity.operator_claim where expires_at < ?")
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("delete from identity.mailed_link where expires_at < ?")
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
