package com.gmservices.payments.stripe;

import java.util.Map;

/** {@code /v1/disputes} and the files that go with them. */
final class FakeDisputes {

    private final Things things;
    private final FakeLines lines;

    FakeDisputes(Things things, FakeLines lines) {
        this.things = things;
        this.lines = lines;
    }

    /** The payer's bank takes the money back. */
    Thing open(Thing charge) {
        var dispute = things.add("dp", "dispute");
        dispute.set("amount", charge.get("amount"));
        dispute.set("currency", charge.get("currency"));
        dispute.set("charge", charge.get("id"));
        dispute.set("payment_intent", charge.get("payment_intent"));
        dispute.set("reason", "fraudulent");
        dispute.set("status", "needs_response");
        dispute.set("evidence_details", Map.of("due_by", things.now() + 7 * 24 * 3_600, "submission_count", 0));
        lines.add("adjustment", -charge.number("amount"), 1_500, charge.text("currency"), dispute.get("id"));
        return dispute;
    }

    Map<?, ?> evidence(String id) {
        return get(id).get("evidence") instanceof Map<?, ?> evidence ? evidence : Map.of();
    }

    Thing get(String id) {
        return things.get("dispute", "id", id);
    }

    Thing update(String id, Form form) {
        form.allow(
                "metadata[*]",
                "submit",
                "evidence[uncategorized_text]",
                "evidence[uncategorized_file]",
                "evidence[service_documentation]",
                "evidence[customer_communication]",
                "evidence[receipt]",
                "evidence[customer_signature]");
        var dispute = get(id);
        form.below("evidence").forEach((name, value) -> {
            if (!name.endsWith("_text")) {
                things.get("file", "evidence[%s]".formatted(name), value);
            }
        });
        if (!form.below("evidence").isEmpty() && !dispute.is("status", "needs_response")) {
            throw Refusal.of(null, "This dispute has already been submitted or is closed.");
        }
        if (!form.below("evidence").isEmpty()) {
            dispute.set("evidence", form.below("evidence"));
        }
        if (!form.below("metadata").isEmpty()) {
            dispute.set("metadata", form.below("metadata"));
        }
        if (form.flag("submit")) {
            dispute.set("status", "under_review");
        }
        return dispute;
    }

    Thing close(String id) {
        var dispute = get(id);
        if (!dispute.is("status", "needs_response")) {
            throw Refusal.of(null, "This dispute is already closed.");
        }
        dispute.set("status", "lost");
        return dispute;
    }

    /** What kind of file it is, Stripe sees by itself. */
    Thing upload(String purpose, String content) {
        if (!purpose.equals("dispute_evidence")) {
            throw Refusal.missing("purpose");
        }
        if (!content.startsWith("%PDF-") && !content.startsWith("\u0089PNG") && !content.startsWith("\u00ff\u00d8")) {
            throw Refusal.of(null, "We don't currently support that file type.");
        }
        var file = things.add("file", "file");
        file.set("purpose", purpose);
        file.set("size", content.length());
        file.set("content", content);
        return file;
    }
}
