package com.gmservices.payments.gateway;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what a vendor sends to {@code /webhooks/in/{gateway}/{slug}}, with the tenant bound and in no transaction. */
public interface NoticeReader {

    /** As {@link PaymentGateway#name()}. */
    String gateway();

    /** False for what is there without being set up. */
    default boolean needsAccount() {
        return true;
    }

    /**
     * @param headers with names in lower case
     * @param body as it came, to the byte
     * @throws Forged when the vendor has not sent it to this business just so, or not lately
     */
    Notice read(Credentials credentials, Map<String, String> headers, byte[] body, Instant now) throws Forged;

    /** @param id the vendor's own for this happening: the same when it is sent again */
    record Notice(String id, String type, Concern about) {}

    /** What the vendor tells of. It is not believed: what it is about is read again from the gateway. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    sealed interface Concern {

        /** Where both are given, the key says which. */
        record OfCharge(@Nullable UUID key, @Nullable String reference) implements Concern {}

        /** @param charge the vendor's name for the charge, where the notice has it and not the refund's */
        record OfRefund(
                @Nullable UUID key,
                @Nullable String reference,
                @Nullable String charge) implements Concern {}

        record OfDispute(String reference) implements Concern {}

        /** Nothing that we keep. */
        record OfNothing() implements Concern {}
    }

    /** The message says why, for the trail, and holds nothing of what was sent. */
    final class Forged extends Exception {

        private static final long serialVersionUID = 1L;

        public Forged(String why) {
            super(why);
        }
    }
}
