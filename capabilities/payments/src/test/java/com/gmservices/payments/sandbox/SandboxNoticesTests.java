package com.gmservices.payments.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.payments.gateway.Credentials;
import com.gmservices.payments.gateway.NoticeReader.Concern;
import com.gmservices.payments.gateway.NoticeReader.Forged;
import com.gmservices.payments.gateway.NoticeReader.Notice;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class SandboxNoticesTests {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final UUID CHARGE = UUID.fromString("0198f3a2-7777-7c41-9d3a-1f2e3d4c5b6a");
    static final String SAID =
            "{\"id\": \"n1\", \"type\": \"charge.changed\", \"object\": {\"kind\": \"charge\", \"id\": \"%s\"}}"
                    .formatted(CHARGE);

    @Autowired
    SandboxNotices notices;

    TenantId harbour = TenantId.next();

    @Test
    void whatItHasSentIsItsOwn() throws Forged {
        Notice notice = read(harbour, signed(), SAID, NOON.plusSeconds(299));

        assertThat(notice.id()).isEqualTo("n1");
        assertThat(notice.about()).isEqualTo(new Concern.OfCharge(CHARGE, "sandbox-" + CHARGE));
    }

    @Test
    void whatWasAlteredOrIsOldOrAnothersIsForged() {
        assertForged(harbour, signed(), SAID + " ", NOON);
        assertForged(harbour, signed(), SAID, NOON.plusSeconds(301));
        assertForged(harbour, signed(), SAID, NOON.minusSeconds(301));
        assertForged(TenantId.next(), signed(), SAID, NOON);
        assertForged(harbour, Map.of(), SAID, NOON);
        assertForged(harbour, Map.of(SandboxNotices.HEADER, "t=1,v1=00"), SAID, NOON);
    }

    private Map<String, String> signed() {
        return CurrentTenant.call(harbour, () -> notices.headers(SAID.getBytes(UTF_8), NOON));
    }

    private void assertForged(TenantId tenant, Map<String, String> headers, String body, Instant now) {
        assertThatExceptionOfType(Forged.class).isThrownBy(() -> read(tenant, headers, body, now));
    }

    private Notice read(TenantId tenant, Map<String, String> headers, String body, Instant now) throws Forged {
        return CurrentTenant.call(
                tenant, () -> notices.read(new Credentials(false, Map.of()), headers, body.getBytes(UTF_8), now));
    }
}
