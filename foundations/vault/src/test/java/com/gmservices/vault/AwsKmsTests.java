package com.gmservices.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gmservices.database.CannotStart;
import com.gmservices.tenancy.TenantId;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The master key goes to AWS and comes back, and AWS comes and goes, while serving. */
@SpringBootTest(properties = "gm.vault.keep=20ms")
class AwsKmsTests {

    private static final String ADDRESS = "aws-kms://" + KmsFake.ARN;
    private static final byte[] SECRET = "secret".getBytes(UTF_8);

    private static KmsFake kms;

    private final TenantId harbour = TenantId.next();
    private static volatile List<MasterKey> masterKeys = List.of();

    @TestConfiguration
    static class Changing {

        @Bean
        @Primary
        MasterKeys changingMasterKeys() {
            return () -> masterKeys;
        }
    }

    @Value("${gm.master-key}")
    String own;

    @Autowired
    Vault vault;

    @Autowired
    KeyRings rings;

    @Autowired
    DataKeys rows;

    @Autowired
    Rotations rotations;

    @Autowired
    KeyRotation rotation;

    @BeforeAll
    static void start() throws IOException {
        kms = new KmsFake();
        System.setProperty("aws.accessKeyId", KmsFake.KEY_ID);
        System.setProperty("aws.secretAccessKey", KmsFake.SECRET);
        System.setProperty("aws.endpointUrlKms", kms.url());
    }

    @AfterAll
    static void stop() {
        kms.close();
        List.of("aws.accessKeyId", "aws.secretAccessKey", "aws.endpointUrlKms").forEach(System::clearProperty);
    }

    @BeforeEach
    void begin() {
        masterKeys(own);
    }

    /** Other tests have the same database. */
    @AfterEach
    void mend() {
        kms.failWith(null);
        masterKeys(own + " " + ADDRESS);
        rotate();
    }

    private static void masterKeys(String keys) {
        masterKeys = MasterKeys.read(keys, "GM_MASTER_KEY");
    }

    private void rotate() {
        rotations.ask();
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (rotations.latest().orElseThrow().isUnderWay() && System.nanoTime() < deadline) {
            rotation.work();
        }
    }

    private static MasterKeys keys(String keys) {
        List<MasterKey> read = MasterKeys.read(keys, "GM_MASTER_KEY");
        return () -> read;
    }

    @Test
    void wrapsForOneOwnerOnly() throws GeneralSecurityException {
        MasterKey key = MasterKey.of(ADDRESS, "GM_MASTER_KEY");
        byte[] wrapped = key.aead().encrypt(SECRET, "harbour".getBytes(UTF_8));

        assertThat(key.id()).isEqualTo(KmsFake.ARN);
        assertThat(key.aead().decrypt(wrapped, "harbour".getBytes(UTF_8))).isEqualTo(SECRET);
        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> key.aead().decrypt(wrapped, "york".getBytes(UTF_8)));
    }

    @Test
    void theMasterKeyGoesThereAndComesBack() {
        byte[] sealed = vault.seal(harbour, "x", SECRET);

        masterKeys(ADDRESS + " " + own);
        rotate();
        assertThat(rows.countWrappedByOtherThan(KmsFake.ARN)).isZero();
        masterKeys(ADDRESS);
        rings.forget(harbour.value());
        byte[] there = vault.seal(harbour, "x", SECRET);
        assertThat(vault.open(harbour, "x", there)).isEqualTo(SECRET);
        assertThatExceptionOfType(BrokenSeal.class).isThrownBy(() -> vault.open(harbour, "x", sealed));

        masterKeys(own + " " + ADDRESS);
        rotate();
        masterKeys(own);
        rings.forget(harbour.value());
        assertThat(rows.countWrappedByOtherThan(KmsFake.ARN)).isEqualTo(rows.count());
        assertThat(vault.open(harbour, "x", vault.seal(harbour, "x", SECRET))).isEqualTo(SECRET);
    }

    @Test
    void whoeverIsAtWorkGoesOnWhileItIsAway() {
        masterKeys(ADDRESS + " " + own);
        byte[] sealed = vault.seal(harbour, "x", SECRET);
        int calls = kms.calls();

        kms.failWith("KMSInternalException");

        assertThat(rings.fresh(harbour.value())).isNotNull();
        assertThat(vault.open(harbour, "x", sealed)).isEqualTo(SECRET);
        assertThat(kms.calls()).as("a look-up asks the database alone").isEqualTo(calls);
        assertThatExceptionOfType(MasterKeyAway.class)
                .isThrownBy(() -> vault.seal(TenantId.next(), "x", SECRET))
                .satisfies(away -> assertThat(away.getStatusCode().value()).isEqualTo(503));
    }

    /** Else keys would be thrown away under which values are sealed that could not be read just then. */
    @Test
    void aRenewalStandsStillWhileItIsAway() {
        masterKeys(ADDRESS + " " + own);
        byte[] sealed = vault.seal(harbour, "x", SECRET);
        rotations.ask();
        rings.forget(harbour.value());
        kms.failWith("KMSInternalException");

        assertThatExceptionOfType(MasterKeyAway.class).isThrownBy(rotation::work);
        assertThat(rotations.latest().orElseThrow().isUnderWay()).isTrue();

        kms.failWith(null);
        assertThat(vault.open(harbour, "x", sealed)).isEqualTo(SECRET);
        rotate();
        assertThat(rotations.latest().orElseThrow().isUnderWay()).isFalse();
    }

    @Test
    void aKeyThatMayNotBeUsedIsRefusedAtStart() {
        kms.failWith("AccessDeniedException");

        assertThatThrownBy(() -> StartCheck.opens(List.of(), keys(ADDRESS), "the one in GM_MASTER_KEY"))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("The master key " + KmsFake.ARN + " cannot be used: It is said to be so.")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aWrongSecretIsRefusedAtStart() {
        System.setProperty("aws.secretAccessKey", "another");
        try {
            assertThatThrownBy(() -> StartCheck.opens(List.of(), keys(ADDRESS), "the one in GM_MASTER_KEY"))
                    .isInstanceOf(CannotStart.class);
        } finally {
            System.setProperty("aws.secretAccessKey", KmsFake.SECRET);
        }
    }

    @Test
    void onlyKeysAreNamedAndNotAliases() {
        assertThatThrownBy(() -> keys("aws-kms://arn:aws:kms:eu-west-1:111122223333:alias/gm"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("GM_MASTER_KEY names no key of AWS KMS");
    }
}
