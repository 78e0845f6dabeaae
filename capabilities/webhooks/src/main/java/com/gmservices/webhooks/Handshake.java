package com.gmservices.webhooks;

import com.gmservices.outbound.Outbound;
import com.gmservices.outbound.Outbound.Answer;
import com.gmservices.outbound.Outbound.Call;
import com.gmservices.tenancy.Links;
import com.gmservices.webhooks.Endpoint.Format;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Asks an address whether it agrees to be sent CloudEvents, as section 4 of their
 * <a href="https://github.com/cloudevents/spec/blob/main/cloudevents/http-webhook.md">HTTP webhooks</a> wants it. The
 * answer has to be there at once: no callback is offered, so that nothing waits half set up. How often it may be called
 * is not asked, as 429 and {@code Retry-After} are heeded at each delivery.
 */
@Component
class Handshake {

    private static final String REQUEST_ORIGIN = "WebHook-Request-Origin";
    private static final String ALLOWED_ORIGIN = "webhook-allowed-origin";

    private final Outbound outbound;
    private final Links links;

    Handshake(Outbound outbound, Links links) {
        this.outbound = outbound;
        this.links = links;
    }

    /** What each delivery says as well; nothing where no agreement is needed. */
    Map<String, String> headers(Format format) {
        return format == Format.STANDARD ? Map.of() : Map.of(REQUEST_ORIGIN, origin());
    }

    /**
     * Why it may not be sent messages of this form; empty when it may.
     *
     * @param own headers of the business, which a gateway before the address may want
     */
    Optional<String> objection(URI address, Format format, Map<String, String> own) {
        if (format == Format.STANDARD) {
            return Optional.empty();
        }
        var headers = new LinkedHashMap<>(own);
        headers.putAll(headers(format));
        try {
            Answer answer = outbound.send(new Call("OPTIONS", address, headers, new byte[0]));
            return agrees(answer)
                    ? Optional.empty()
                    : Optional.of(
                            "It does not agree to CloudEvents: to OPTIONS it has to answer WebHook-Allowed-Origin: %s"
                                    .formatted(origin()));
        } catch (IOException e) {
            return Optional.of("It was asked by OPTIONS whether it agrees to CloudEvents and gave no answer");
        }
    }

    /** Whatever the status, as servers answer OPTIONS that have never heard of the question. */
    private boolean agrees(Answer answer) {
        String allowed = answer.headers().getOrDefault(ALLOWED_ORIGIN, "").strip();
        return allowed.equals("*") || allowed.equalsIgnoreCase(origin());
    }

    private String origin() {
        return String.valueOf(links.platform("/").getHost());
    }
}
