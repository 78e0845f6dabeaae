package com.gmservices.payments.sandbox;

import com.gmservices.payments.gateway.Means;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A card that the sandbox can keep; what becomes of a charge depends on it. */
record SandboxCard(String token, String ending) {

    private static final char SEPARATOR = ':';

    static final List<SandboxCard> ALL = List.of(
            new SandboxCard(SandboxGateway.OK, "4242"),
            new SandboxCard(SandboxGateway.DECLINED, "0002"),
            new SandboxCard(SandboxGateway.ACTION, "3155"),
            new SandboxCard(SandboxGateway.SILENT, "0119"));

    static Optional<SandboxCard> named(String token) {
        return ALL.stream().filter(card -> card.token.equals(token)).findFirst();
    }

    Means kept(UUID id) {
        return new Means(token + SEPARATOR + id, null, "visa", ending, YearMonth.of(2034, 12));
    }

    /** What a kept card does. */
    static String card(Means means) {
        int end = means.token().indexOf(SEPARATOR);
        return end < 0 ? means.token() : means.token().substring(0, end);
    }

    /** Under which it was kept; empty for one that was kept in passing, while it was charged. */
    static Optional<UUID> id(Means means) {
        int end = means.token().indexOf(SEPARATOR);
        return end < 0
                ? Optional.empty()
                : Optional.of(UUID.fromString(means.token().substring(end + 1)));
    }
}
