package com.gmservices.identity.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.identity.security.StoredKeys.Stored;
import com.gmservices.vault.SealedColumn;
import com.nimbusds.jose.jwk.JWK;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@SpringBootTest
class SigningKeysTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    StoredKeys stored;

    @Autowired
    @Qualifier("signingKeyColumn")
    SealedColumn sealed;

    private static final int BITS = 2048;

    private final AtomicReference<Instant> time =
            new AtomicReference<>(Instant.now().truncatedTo(ChronoUnit.SECONDS));

    private List<Stored> others = List.of();

    @BeforeEach
    void startAfresh() {
        others = stored.all();
        jdbc.sql("delete from identity.signing_key").update();
    }

    @AfterEach
    void leaveAsItWas() {
        jdbc.sql("delete from identity.signing_key").update();
        others.forEach(stored::add);
    }

    private SigningKeys node() {
        InstantSource source = time::get;
        var clock = source.withZone(ZoneOffset.UTC);
        return new SigningKeys(new StoredKeys(jdbc, sealed, clock), transactions, clock, BITS);
    }

    private void pass(Duration duration) {
        time.updateAndGet(now -> now.plus(duration));
    }

    private static List<String> published(SigningKeys keys) {
        return keys.published().getKeys().stream().map(JWK::getKeyID).toList();
    }

    @Test
    void theNextIsPublishedADayBeforeItSigns() {
        SigningKeys keys = node();
        String first = keys.current().getKeyID();

        pass(Duration.ofDays(28));
        keys.rotate();
        assertThat(published(keys)).containsExactly(first);

        pass(Duration.ofDays(1));
        keys.rotate();
        assertThat(published(keys)).hasSize(2).startsWith(first);
        assertThat(keys.current().getKeyID()).isEqualTo(first);

        pass(Duration.ofDays(1));
        String second = keys.current().getKeyID();
        assertThat(second).isNotEqualTo(first).isEqualTo(published(keys).getLast());
        assertThat(published(keys)).contains(first);

        pass(Duration.ofDays(1).plusSeconds(1));
        keys.rotate();
        assertThat(published(keys)).containsExactly(second);
    }

    @Test
    void rotatingAgainOnTheSameDayMakesNoOther() {
        SigningKeys one = node();
        SigningKeys other = node();
        String first = one.current().getKeyID();
        assertThat(other.current().getKeyID()).isEqualTo(first);

        pass(Duration.ofDays(29));
        one.rotate();
        other.rotate();
        one.rotate();

        assertThat(published(one)).hasSize(2).isEqualTo(published(other));
    }

    @Test
    void whatIsPublishedHasNoPrivateHalf() {
        assertThat(node().published().getKeys()).noneMatch(JWK::isPrivate);
    }
}
