package com.gmservices.payments.sandbox;

import com.gmservices.payments.dispute.Disputes;
import com.gmservices.payments.gateway.Credentials;
import com.gmservices.payments.gateway.GatewayNews;
import com.gmservices.payments.gateway.NoticeReader.Concern;
import com.gmservices.payments.gateway.NoticeReader.Forged;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Where the sandbox's words come in: read as any vendor's are, and told to whom they concern. */
@Component
class SandboxDoor {

    private static final Credentials NONE = new Credentials(false, Map.of());

    private final SandboxNotices reader;
    private final GatewayNews news;
    private final Disputes disputes;
    private final Clock clock;

    SandboxDoor(SandboxNotices reader, GatewayNews news, Disputes disputes, Clock clock) {
        this.reader = reader;
        this.news = news;
        this.disputes = disputes;
        this.clock = clock;
    }

    void knock(Map<String, String> headers, byte[] body) {
        switch (read(headers, body)) {
            case Concern.OfCharge(var key, var reference) -> {
                if (key != null) {
                    news.changed(key);
                }
            }
            case Concern.OfDispute(String reference) -> disputes.changed(SandboxGateway.NAME, reference);
            case Concern.OfRefund _, Concern.OfNothing _ -> {}
        }
    }

    private Concern read(Map<String, String> headers, byte[] body) {
        try {
            return reader.read(NONE, headers, body, clock.instant()).about();
        } catch (Forged e) {
            throw new IllegalStateException("The sandbox has forged its own word", e);
        }
    }
}
