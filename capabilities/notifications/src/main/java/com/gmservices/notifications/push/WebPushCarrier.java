package com.gmservices.notifications.push;

import com.gmservices.notifications.carrier.Carrier;
import com.gmservices.notifications.carrier.Outcome;
import com.gmservices.notifications.carrier.Outcome.Accepted;
import com.gmservices.notifications.carrier.Outcome.NotTaken;
import com.gmservices.notifications.carrier.Outcome.Refused;
import com.gmservices.notifications.carrier.Outcome.Unknown;
import com.gmservices.outbound.AddressRefused;
import com.gmservices.outbound.Outbound;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The push service of each browser (RFC 8030). Which one that is the browser says, so that it is called as any address
 * that users give. A message with the topic of an earlier one takes its place, so that twice does no harm.
 */
public final class WebPushCarrier implements Carrier<PushMessage> {

    private static final Duration KEPT = Duration.ofDays(1);

    private final Outbound outbound;
    private final Vapid vapid;

    public WebPushCarrier(Outbound outbound, Vapid vapid) {
        this.outbound = outbound;
        this.vapid = vapid;
    }

    @Override
    public String name() {
        return "webpush";
    }

    @Override
    public boolean mayCarryTwice() {
        return true;
    }

    @Override
    public Outcome carry(PushMessage message) {
        try {
            return outcome(
                    outbound.send(new Outbound.Call("POST", message.endpoint(), headers(message), body(message))));
        } catch (AddressRefused | GeneralSecurityException e) {
            return new Refused(String.valueOf(e.getMessage()), true);
        } catch (ConnectException e) {
            return new NotTaken(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Unknown(String.valueOf(e.getMessage()));
        }
    }

    private Map<String, String> headers(PushMessage message) throws GeneralSecurityException {
        var headers = new HashMap<String, String>();
        headers.put("Authorization", vapid.authorization(message.endpoint()));
        headers.put("Content-Encoding", "aes128gcm");
        headers.put("Content-Type", "application/octet-stream");
        headers.put("TTL", String.valueOf(KEPT.toSeconds()));
        headers.put("Topic", message.id().toString().replace("-", ""));
        headers.put("Urgency", "normal");
        return headers;
    }

    private static byte[] body(PushMessage message) throws GeneralSecurityException {
        return PushEncryption.encrypt(
                message.content().getBytes(StandardCharsets.UTF_8), message.key(), message.secret());
    }

    private static Outcome outcome(Outbound.Answer answer) {
        String said = String.valueOf(answer.status());
        return switch (answer.status()) {
            case 200, 201, 202, 204 -> new Accepted(answer.headers().get("location"));
            case 404, 410 -> new Refused(said, true);
            case 401, 403, 429, 503 ->
                new NotTaken(said, seconds(answer.headers().get("retry-after")));
            default -> answer.status() >= 500 ? new Unknown(said) : new Refused(said, false);
        };
    }

    private static @Nullable Duration seconds(@Nullable String header) {
        return header != null && header.matches("\\d{1,5}") ? Duration.ofSeconds(Long.parseLong(header)) : null;
    }
}
