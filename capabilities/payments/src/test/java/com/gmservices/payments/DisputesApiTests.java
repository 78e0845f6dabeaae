package com.gmservices.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.payments.dispute.Dispute;
import com.gmservices.payments.gateway.Complaints.Complaint;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Disputes as programs of the business meet them. */
class DisputesApiTests extends ComplaintDesk {

    @Test
    void programsReadAndContest() {
        Complaint complaint = complain(1_000);
        Dispute dispute = in(() -> disputes.of(payment())).getFirst();
        UUID file = attach(dispute, "signed.pdf");
        attach(dispute, "not-this.pdf");
        String path = "/disputes/" + dispute.id();

        JsonNode shown = body(get(ben, path));
        assertThat(shown.at("/stage").asString()).isEqualTo("needs_response");
        assertThat(shown.at("/amount/amount").asLong()).isEqualTo(1_000);
        assertThat(shown.at("/payment_id").asString())
                .isEqualTo(dispute.payment().toString());
        assertThat(body(get(ben, "/disputes?stage=needs_response"))
                        .at("/data/0/id")
                        .asString())
                .isEqualTo(dispute.id().toString());
        assertThat(body(get(ben, "/disputes?stage=won")).at("/data").size()).isZero();
        assertProblem(get(ben, "/disputes?stage=gone"), 400, "malformed");
        assertProblem(post(ben, path + "/evidence", "{\"explanation\": \" \"}", "a"), 422, "invalid");
        assertProblem(post(ben, path + "/evidence", "{\"explanation\": \"x\"}", null), 400, "idempotency-key-required");
        assertProblem(post(ben, path + "/evidence", evidence("x", UUID.randomUUID()), "b"), 422, "invalid");

        JsonNode answered = body(post(ben, path + "/evidence", evidence("It was done.", file), "c"));

        assertThat(answered.at("/stage").asString()).isEqualTo("under_review");
        assertThat(answered.at("/answers/0/status").asString()).isEqualTo("sent");
        assertThat(answered.at("/answers/0/document_ids").size()).isEqualTo(1);
        assertThat(in(() -> sandbox.said(complaint)).getLast())
                .contains("signed.pdf")
                .doesNotContain("not-this");
        assertProblem(post(ben, path + "/evidence", "{\"explanation\": \"More.\"}", "d"), 409, "wrong-stage");
        assertProblem(post(ben, path + "/accept", "", "e"), 409, "wrong-stage");
    }

    @Test
    void programsAcceptWithAFreshProof() {
        Dispute dispute = dispute(PAID);
        String path = "/disputes/%s/accept".formatted(dispute.id());
        String token = token(ben);
        clock.pass(Duration.ofMinutes(6));

        assertProblem(post(token, path, "", "k"), 403, "step-up-required");
        var accepted = post(ben, path, "", "k");

        assertThat(body(accepted).at("/stage").asString()).isEqualTo("accepted");
        assertThat(post(ben, path, "", "k").body()).isEqualTo(accepted.body());
    }
}
