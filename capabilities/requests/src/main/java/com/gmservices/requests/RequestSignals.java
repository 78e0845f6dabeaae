package com.gmservices.requests;

import com.gmservices.events.Happening;
import com.gmservices.requests.RequestEvent.RequestCreated;
import com.gmservices.requests.RequestEvent.RequestMoved;
import com.gmservices.shell.Signal;
import com.gmservices.shell.Signals;
import com.gmservices.tenancy.MemberId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Staff hear of every request, customers of their own: that it moved, that money came in for it or went back, that a
 * file was added.
 */
@Component
class RequestSignals implements Signals {

    private static final Set<String> EVENTS =
            Set.of(RequestCreated.class.getSimpleName(), RequestMoved.class.getSimpleName());

    @Override
    public Optional<Signal> of(Happening happening) {
        JsonNode payload = happening.payload();
        if (EVENTS.contains(happening.type())) {
            return Optional.of(signal(happening.aggregate(), payload.path("customer")));
        }
        if (happening.type().startsWith("Document")
                && payload.path("kind").asString("").equals(RequestFiles.KIND)
                && !payload.path("owner").isMissingNode()) {
            return Optional.of(fileSignal(payload));
        }
        return happening.type().startsWith("Payment")
                        && payload.path("kind").asString("").equals(RequestPayments.KIND)
                ? Optional.of(signal(UUID.fromString(payload.path("subject").asString()), payload.path("payer")))
                : Optional.empty();
    }

    /** What staff keep among themselves rings with nobody else. */
    private static Signal fileSignal(JsonNode payload) {
        UUID request = UUID.fromString(payload.path("subject").asString());
        return payload.path("internal").asBoolean()
                ? new Signal("request", request, "read:all-requests", Set.of())
                : signal(request, payload.path("owner"));
    }

    private static Signal signal(UUID request, JsonNode customer) {
        return new Signal(
                "request", request, "read:all-requests", Set.of(new MemberId(UUID.fromString(customer.asString()))));
    }
}
