package com.gmservices.payments.paystack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Complaints;
import com.gmservices.payments.vendor.Key;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Paystack wants a file with every answer, and gets one with our words where the business has none. */
class PaystackComplaints implements Complaints {

    private final PaystackCalls calls;
    private final PaystackUploads uploads;

    PaystackComplaints(PaystackCalls calls, PaystackUploads uploads) {
        this.calls = calls;
        this.uploads = uploads;
    }

    @Override
    public String gateway() {
        return PaystackCalls.GATEWAY;
    }

    @Override
    public Optional<Complaint> read(String reference) {
        return calls.find((paystack, key) -> paystack.dispute(key, reference)).map(it -> complaint(it.path("data")));
    }

    @Override
    public Complaint contest(String reference, Evidence evidence) {
        JsonNode dispute = dispute(reference);
        if (complaint(dispute).stage() != Stage.NEEDS_RESPONSE) {
            return complaint(dispute);
        }
        long customer = describe(reference, dispute, evidence);
        List<File> files = evidence.files().isEmpty() ? List.of(note(evidence.explanation())) : evidence.files();
        files.stream().skip(1).forEach(file -> attach(reference, file));
        String first = uploads.upload(reference, files.getFirst());
        return resolve(reference, new Paystack.Resolution("declined", evidence.explanation(), 0, first, customer));
    }

    @Override
    public Complaint accept(String reference) {
        JsonNode dispute = dispute(reference);
        Complaint complaint = complaint(dispute);
        if (complaint.stage() != Stage.NEEDS_RESPONSE) {
            return complaint;
        }
        String message = "The business gives the money back.";
        String file = uploads.upload(reference, note(message));
        return resolve(
                reference,
                new Paystack.Resolution("merchant-accepted", message, Subunits.of(complaint.amount()), file, null));
    }

    private JsonNode dispute(String reference) {
        return calls.require((paystack, key) -> paystack.dispute(key, reference))
                .path("data");
    }

    private long describe(String reference, JsonNode dispute, Evidence evidence) {
        JsonNode customer = dispute.path("customer");
        var described = new Paystack.Evidence(
                customer.path("email").asString("unknown"),
                name(customer),
                customer.path("phone").asString("unknown"),
                evidence.explanation());
        return calls.require((paystack, key) -> paystack.evidence(key, reference, described))
                .path("data")
                .path("id")
                .asLong();
    }

    private static String name(JsonNode customer) {
        String name = Stream.of("first_name", "last_name")
                .map(part -> customer.path(part).asString(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? "unknown" : name;
    }

    private void attach(String reference, File file) {
        var attachment = new Paystack.Attachment(0, uploads.upload(reference, file));
        calls.require((paystack, key) -> paystack.attach(key, reference, attachment));
    }

    private static File note(String words) {
        return new File("statement.txt", "text/plain", words.getBytes(UTF_8));
    }

    /** What Paystack answers lacks the transaction at times, so that the dispute is read again. */
    private Complaint resolve(String reference, Paystack.Resolution resolution) {
        calls.require((paystack, key) -> paystack.resolve(key, reference, resolution));
        return complaint(dispute(reference));
    }

    private static Complaint complaint(JsonNode dispute) {
        JsonNode transaction = dispute.path("transaction");
        String reference = transaction.path("reference").asString(null);
        return new Complaint(
                dispute.path("id").asString(),
                Key.of(reference),
                reference,
                amount(dispute, transaction),
                dispute.path("category")
                        .asString("general")
                        .toLowerCase(Locale.ROOT)
                        .replace('-', '_'),
                stage(
                        dispute.path("status").asString(""),
                        dispute.path("resolution").asString(null)),
                Transaction.time(dispute.path("dueAt")));
    }

    private static Money amount(JsonNode dispute, JsonNode transaction) {
        String currency = dispute.path("currency").asString(null);
        return Subunits.money(
                dispute.path("refund_amount").asLong(transaction.path("amount").asLong()),
                currency == null ? transaction.path("currency").asString() : currency);
    }

    /** Who declines and is not contradicted has won; whoever is silent until the day has lost. */
    private static Stage stage(String status, @Nullable String resolution) {
        return switch (status) {
            case "awaiting-merchant-feedback" -> Stage.NEEDS_RESPONSE;
            case "resolved", "archived" ->
                switch (String.valueOf(resolution)) {
                    case "merchant-accepted" -> Stage.ACCEPTED;
                    case "auto-accepted" -> Stage.LOST;
                    default -> Stage.WON;
                };
            default -> Stage.UNDER_REVIEW;
        };
    }
}
