package com.gmservices.webhooks;

import com.gmservices.outbound.AddressRefused;
import com.gmservices.outbound.Outbound;
import com.gmservices.outbound.Outbound.Answer;
import com.gmservices.outbound.Outbound.Call;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.vault.BrokenSeal;
import com.gmservices.webhooks.Letterhead.Letter;
import com.gmservices.webhooks.Outstanding.Parcel;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Signs a message, brings it to its endpoint, and tells what came of it. */
@Component
class Courier {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);
    private static final int FIRST_BYTES = 1_024;

    private final Outbound outbound;
    private final Letterhead letterhead;
    private final Safe safe;
    private final Clock clock;
    private final Duration patience;

    Courier(
            Outbound outbound,
            Letterhead letterhead,
            Safe safe,
            Clock clock,
            @Value("${gm.webhooks.patience:15s}") Duration patience) {
        this.outbound = outbound;
        this.letterhead = letterhead;
        this.safe = safe;
        this.clock = clock;
        this.patience = patience;
    }

    Outcome bring(Parcel parcel, Tenant tenant) {
        long start = System.nanoTime();
        try {
            Letter letter = letterhead.write(parcel.message(), tenant, parcel.format());
            Answer answer = outbound.send(
                    new Call("POST", parcel.url(), headers(parcel, letter), letter.body()), patience, FIRST_BYTES);
            return new Outcome(
                    answer.status(),
                    null,
                    plain(answer.body()),
                    Retries.retryAfter(answer.headers().get("retry-after"), clock.instant()));
        } catch (IOException e) {
            boolean isLate = System.nanoTime() - start >= patience.toNanos();
            return Outcome.silence(isLate ? "No answer in time" : reason(e));
        } catch (BrokenSeal e) {
            log.error("A webhook's secret does not open", e);
            return Outcome.silence("The secret cannot be read: rotate it");
        } catch (RuntimeException e) {
            log.error("A webhook could not be sent", e);
            return Outcome.silence("It could not be sent");
        }
    }

    /** Theirs first: none of them replaces one of ours. */
    private Map<String, String> headers(Parcel parcel, Letter letter) {
        TenantId tenant = parcel.message().tenant();
        Instant now = clock.instant();
        String id = parcel.message().webhookId();
        Secret secret = safe.secret(tenant, parcel.endpoint().value(), parcel.secret());
        var signatures = new StringBuilder(secret.signature(id, now.getEpochSecond(), letter.body()));
        byte[] earlier = parcel.earlierSecret();
        if (earlier != null) {
            signatures
                    .append(' ')
                    .append(safe.earlierSecret(tenant, parcel.endpoint().value(), earlier)
                            .signature(id, now.getEpochSecond(), letter.body()));
        }
        var headers = new LinkedHashMap<>(safe.headers(tenant, parcel.endpoint().value(), parcel.headers()));
        headers.putAll(letter.headers());
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put("webhook-signature", signatures.toString());
        headers.put("X-GM-Signature", secret.plainSignature(letter.body()));
        return headers;
    }

    /** Text that a page can show and the database can store, whatever was sent. */
    private static String plain(byte[] body) {
        return new String(body, StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "�");
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AddressRefused refused -> "The address may not be called: " + refused.getMessage();
            case UnknownHostException _ -> "There is no host of this name";
            case SocketTimeoutException _ -> "No answer in time";
            case ConnectException _ -> "Nobody answers at this address";
            case SSLException _ -> "The certificate does not hold";
            default -> "The connection broke";
        };
    }
}
