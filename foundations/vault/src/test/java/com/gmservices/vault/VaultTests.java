package com.gmservices.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.database.DatabaseLogin;
import com.gmservices.database.PlatformDatabase;
import com.gmservices.tenancy.TenantId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
class VaultTests {

    private static final byte[] SECRET = "JBSWY3DPEHPK3PXP".getBytes(UTF_8);

    private final TenantId harbour = TenantId.next();

    @Autowired
    Vault vault;

    @Autowired
    KeyRings rings;

    @Autowired
    DataKeys rows;

    @Autowired
    JdbcClient app;

    @Autowired
    @PlatformDatabase
    JdbcClient platform;

    @Autowired
    DatabaseLogin login;

    @Test
    void opensWhatItHasSealed() {
        byte[] sealed = vault.seal(harbour, "totp/1", SECRET);

        assertThat(vault.open(harbour, "totp/1", sealed)).isEqualTo(SECRET);
        assertThat(new String(sealed, UTF_8)).doesNotContain("JBSW");
        assertThat(vault.seal(harbour, "totp/1", SECRET)).isNotEqualTo(sealed);
    }

    @Test
    void sealsForThePlatformItself() {
        byte[] sealed = vault.seal(null, "totp/1", SECRET);

        assertThat(vault.open(null, "totp/1", sealed)).isEqualTo(SECRET);
        assertBroken(() -> vault.open(harbour, "totp/1", sealed));
    }

    @Test
    void opensNothingInAnotherPlace() {
        byte[] sealed = vault.seal(harbour, "totp/1", SECRET);

        assertBroken(() -> vault.open(harbour, "totp/2", sealed));
        assertBroken(() -> vault.open(TenantId.next(), "totp/1", sealed));
    }

    @Test
    void opensNothingThatWasAltered() {
        byte[] sealed = vault.seal(harbour, "totp/1", SECRET);
        IntStream.range(0, sealed.length).forEach(place -> {
            byte[] altered = sealed.clone();
            altered[place] ^= 1;
            assertBroken(() -> vault.open(harbour, "totp/1", altered));
        });
        assertBroken(() -> vault.open(harbour, "totp/1", new byte[0]));
    }

    @Test
    void makesOneKeyWhenManyComeFirst() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<byte[]>> sealed = IntStream.range(0, 16)
                    .mapToObj(n -> threads.submit(() -> vault.seal(harbour, "totp/" + n, SECRET)))
                    .toList();
            for (int n = 0; n < sealed.size(); n++) {
                assertThat(vault.open(harbour, "totp/" + n, sealed.get(n).get()))
                        .isEqualTo(SECRET);
            }
        }
        rings.forget(harbour.value());
        assertThat(rings.of(harbour.value()).revision()).isEqualTo(1);
    }

    @Test
    void keepsNoKeyInTheOpen() {
        vault.seal(harbour, "totp/1", SECRET);
        DataKeys.Row row = rows.find(harbour.value()).orElseThrow();

        assertThat(row.masterId()).hasSize(16);
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> app.sql("select 1 from vault.data_key")
                        .query((it, index) -> 1)
                        .list());
    }

    @Test
    void aKeySetOpensForItsOwnerOnly() {
        TenantId stranger = TenantId.next();
        vault.seal(harbour, "totp/1", SECRET);
        vault.seal(stranger, "totp/1", SECRET);
        platform.sql("""
                update vault.data_key set keys = (select keys from vault.data_key where owner = ?) where owner = ?
                """).params(harbour.value(), stranger.value()).update();
        rings.forget(stranger.value());

        assertBroken(() -> vault.seal(stranger, "totp/1", SECRET));
        vault.destroy(stranger);
    }

    @Test
    void destroysWhatATenantHasSealed() {
        byte[] sealed = vault.seal(harbour, "totp/1", SECRET);

        vault.destroy(harbour);
        vault.destroy(harbour);

        assertBroken(() -> vault.open(harbour, "totp/1", sealed));
        assertBroken(() -> vault.seal(harbour, "totp/1", SECRET));
    }

    private static void assertBroken(Callable<byte[]> opening) {
        assertThatExceptionOfType(BrokenSeal.class).isThrownBy(opening::call);
    }
}
