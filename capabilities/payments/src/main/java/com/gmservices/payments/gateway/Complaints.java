package com.gmservices.payments.gateway;

import com.gmservices.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payers' complaints at a vendor about a charge. */
public interface Complaints {

    /** As {@link PaymentGateway#name()}. */
    String gateway();

    /** Empty when the vendor does not know it. */
    Optional<Complaint> read(String reference);

    /** Sends what speaks for the business; the vendor's answer is the complaint as it stands then. */
    Complaint contest(String reference, Evidence evidence);

    /** What may go along with an explanation. */
    default Enclosures enclosures() {
        return new Enclosures(10, 20L * 1024 * 1024, Set.of());
    }

    /** Lets the payer have the money. */
    Complaint accept(String reference);

    /**
     * @param key of the charge, where the vendor tells it
     * @param charge the vendor's name for the charge, as in {@link ChargeOutcome.Captured}
     * @param reason the vendor's word, snake_case: {@code fraudulent}
     * @param dueBy until when evidence is taken
     * @param held whether the vendor has taken the money back meanwhile; it does not for a mere inquiry
     */
    record Complaint(
            String reference,
            @Nullable UUID key,
            @Nullable String charge,
            Money amount,
            String reason,
            Stage stage,
            @Nullable Instant dueBy,
            boolean held) {

        public Complaint(
                String reference,
                @Nullable UUID key,
                @Nullable String charge,
                Money amount,
                String reason,
                Stage stage,
                @Nullable Instant dueBy) {
            this(reference, key, charge, amount, reason, stage, dueBy, true);
        }
    }

    enum Stage {
        /** The vendor waits for us. */
        NEEDS_RESPONSE,
        UNDER_REVIEW,
        WON,
        LOST,
        ACCEPTED
    }

    /**
     * @param most files
     * @param bytes in all
     * @param types that the vendor takes, such as {@code application/pdf}; empty for all
     */
    record Enclosures(int most, long bytes, Set<String> types) {

        public Enclosures {
            types = Set.copyOf(types);
        }
    }

    record Evidence(String explanation, List<File> files) {

        public Evidence {
            files = List.copyOf(files);
        }
    }

    record File(String name, String contentType, byte[] content) {}
}
