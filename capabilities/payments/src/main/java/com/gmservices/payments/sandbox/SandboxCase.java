package com.gmservices.payments.sandbox;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Complaints.Complaint;
import com.gmservices.payments.gateway.Complaints.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payer's complaint in the sandbox's books.
 *
 * @param explanation what the business has said, and with which files
 */
record SandboxCase(
        UUID id,
        UUID charge,
        Money amount,
        String reason,
        Stage stage,
        Instant dueBy,
        @Nullable String explanation,
        List<String> files,
        Instant openedAt) {

    private static final String PREFIX = "sandbox-dispute-";

    SandboxCase {
        files = List.copyOf(files);
    }

    public String code() {
        return code(stage);
    }

    static String code(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }

    static Stage stage(String code) {
        return Stage.valueOf(code.toUpperCase(Locale.ROOT));
    }

    public boolean isOpen() {
        return stage == Stage.NEEDS_RESPONSE || stage == Stage.UNDER_REVIEW;
    }

    String reference() {
        return PREFIX + id;
    }

    /** Empty for what is no name of the sandbox's. */
    static Optional<UUID> id(String reference) {
        try {
            return reference.startsWith(PREFIX)
                    ? Optional.of(UUID.fromString(reference.substring(PREFIX.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Complaint complaint() {
        return new Complaint(reference(), charge, SandboxCharge.reference(charge), amount, reason, stage, dueBy);
    }
}
