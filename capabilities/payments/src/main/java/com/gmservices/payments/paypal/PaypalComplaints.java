package com.gmservices.payments.paypal;

import com.gmservices.payments.gateway.Complaints;
import com.gmservices.payments.vendor.Key;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** PayPal wants to hear the business only while it waits for it: what comes at another time is left alone. */
@Component
class PaypalComplaints implements Complaints {

    private static final int NOTE = 2_000;

    private final PaypalCalls calls;

    PaypalComplaints(PaypalCalls calls) {
        this.calls = calls;
    }

    @Override
    public String gateway() {
        return PaypalCalls.GATEWAY;
    }

    @Override
    public Optional<Complaint> read(String reference) {
        return calls.find((paypal, token) -> paypal.dispute(token, reference)).map(PaypalComplaints::complaint);
    }

    @Override
    public Complaint contest(String reference, Evidence evidence) {
        Complaint complaint = current(reference);
        if (complaint.stage() != Stage.NEEDS_RESPONSE) {
            return complaint;
        }
        var parts = parts(evidence).build();
        calls.require((paypal, token) -> paypal.provideEvidence(token, reference, parts));
        return current(reference);
    }

    @Override
    public Complaint accept(String reference) {
        Complaint complaint = current(reference);
        if (complaint.stage() != Stage.NEEDS_RESPONSE) {
            return complaint;
        }
        var claim = new Wire.Claim("The business gives the money back.", "REFUND");
        calls.require((paypal, token) -> paypal.acceptClaim(token, reference, claim));
        return current(reference);
    }

    private Complaint current(String reference) {
        return complaint(calls.require((paypal, token) -> paypal.dispute(token, reference)));
    }

    private static MultipartBodyBuilder parts(Evidence evidence) {
        var parts = new MultipartBodyBuilder();
        List<Wire.Document> documents = evidence.files().stream()
                .map(file -> new Wire.Document(file.name()))
                .toList();
        parts.part(
                "input",
                new Wire.Evidences(List.of(new Wire.Evidence("OTHER", cut(evidence.explanation()), documents))),
                MediaType.APPLICATION_JSON);
        int number = 0;
        for (File file : evidence.files()) {
            number++;
            parts.part("file" + number, new Named(file), MediaType.parseMediaType(file.contentType()));
        }
        return parts;
    }

    private static String cut(String note) {
        return note.length() > NOTE ? note.substring(0, NOTE) : note;
    }

    private static final class Named extends ByteArrayResource {

        private final String name;

        Named(File file) {
            super(file.content());
            this.name = file.name();
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    private static Complaint complaint(JsonNode dispute) {
        JsonNode transaction = dispute.path("disputed_transactions").path(0);
        return new Complaint(
                dispute.path("dispute_id").asString(),
                Key.of(transaction.path("custom").asString(null)),
                transaction.path("seller_transaction_id").asString(null),
                PaypalMoney.money(dispute.path("dispute_amount")),
                dispute.path("reason").asString("other").toLowerCase(Locale.ROOT),
                stage(dispute),
                time(dispute.path("seller_response_due_date").asString("")));
    }

    private static Stage stage(JsonNode dispute) {
        return switch (dispute.path("status").asString("")) {
            case "WAITING_FOR_SELLER_RESPONSE" -> Stage.NEEDS_RESPONSE;
            case "RESOLVED" ->
                switch (dispute.path("dispute_outcome").path("outcome_code").asString("")) {
                    case "RESOLVED_BUYER_FAVOUR" -> Stage.LOST;
                    case "ACCEPTED" -> Stage.ACCEPTED;
                    default -> Stage.WON;
                };
            default -> Stage.UNDER_REVIEW;
        };
    }

    private static @Nullable Instant time(String text) {
        return text.isEmpty() ? null : OffsetDateTime.parse(text).toInstant();
    }
}
