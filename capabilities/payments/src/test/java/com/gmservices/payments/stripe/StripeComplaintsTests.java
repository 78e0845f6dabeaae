package com.gmservices.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.ChargeOutcome.Captured;
import com.gmservices.payments.gateway.Complaints.Complaint;
import com.gmservices.payments.gateway.Complaints.Evidence;
import com.gmservices.payments.gateway.Complaints.File;
import com.gmservices.payments.gateway.Complaints.Stage;
import com.gmservices.payments.stripe.FakeStripe.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeComplaintsTests {

    static final File PHOTO = file("handover.jpg", "image/jpeg", "\u00ff\u00d8 a van");
    static final File REPORT = file("report.pdf", "application/pdf", "%PDF-1.7 brakes renewed");
    static final Evidence EVIDENCE = new Evidence("Ada took the van home on Friday.", List.of(REPORT, PHOTO));

    final FakeStripe stripe = new FakeStripe();
    final StripeComplaints complaints = new StripeComplaints(Words.clients(stripe.base()));
    final Words words = new Words(FakeCards.GOOD);
    String intent = "";
    String dispute = "";

    @BeforeEach
    void aPayerComplains() {
        var paid = (Captured) new StripeGateway(Words.clients(stripe.base())).charge(words.charge());
        intent = paid.reference();
        Thing charge =
                stripe.things.get("charge", "charge", stripe.intents.get(intent).get("latest_charge"));
        dispute = stripe.disputes.open(charge).text("id");
    }

    @AfterEach
    void close() {
        stripe.close();
    }

    @Test
    void saysWhatItIsAboutAndUntilWhen() {
        Complaint complaint = complaints.read(dispute).orElseThrow();

        assertThat(complaint.key()).isEqualTo(words.key);
        assertThat(complaint.charge()).isEqualTo(intent);
        assertThat(complaint.amount()).isEqualTo(Money.of(1_000, "NGN"));
        assertThat(complaint.reason()).isEqualTo("fraudulent");
        assertThat(complaint.stage()).isEqualTo(Stage.NEEDS_RESPONSE);
        assertThat(complaint.dueBy()).isAfter(Instant.now().plus(Duration.ofDays(6)));
    }

    @ParameterizedTest
    @CsvSource({
        "warning_needs_response, NEEDS_RESPONSE",
        "warning_under_review, UNDER_REVIEW",
        "under_review, UNDER_REVIEW",
        "warning_closed, WON",
        "won, WON",
        "lost, LOST",
        "prevented, ACCEPTED"
    })
    void saysHowItStands(String status, Stage stage) {
        stripe.disputes.get(dispute).set("status", status);

        assertThat(complaints.read(dispute))
                .hasValueSatisfying(it -> assertThat(it.stage()).isEqualTo(stage));
    }

    @Test
    void ofSomebodyElsesItKnowsNothing() {
        assertThat(complaints.read("dp_of_another")).isEmpty();
    }

    @Test
    void contestsWithWordsAndFiles() {
        assertThat(complaints.contest(dispute, EVIDENCE).stage()).isEqualTo(Stage.UNDER_REVIEW);

        var sent = stripe.disputes.evidence(dispute);
        assertThat(sent.get("uncategorized_text")).isEqualTo("Ada took the van home on Friday.");
        assertThat(stripe.things
                        .get("file", "file", sent.get("uncategorized_file"))
                        .text("content"))
                .isEqualTo("%PDF-1.7 brakes renewed");
        assertThat(stripe.things
                        .get("file", "file", sent.get("service_documentation"))
                        .text("content"))
                .isEqualTo("\u00ff\u00d8 a van");
    }

    @Test
    void evidenceWhoseAnswerWasLostIsNotSentTwice() {
        stripe.fails("POST", dispute, Fault.LOST);
        assertThatExceptionOfType(StripeFailure.class).isThrownBy(() -> complaints.contest(dispute, EVIDENCE));

        assertThat(complaints.contest(dispute, EVIDENCE).stage()).isEqualTo(Stage.UNDER_REVIEW);
    }

    @Test
    void whatIsNotSentIsNotSaidToBe() {
        stripe.fails("/v1/files", Fault.BUSY);

        assertThatExceptionOfType(StripeFailure.class).isThrownBy(() -> complaints.contest(dispute, EVIDENCE));
        assertThat(complaints.read(dispute))
                .hasValueSatisfying(it -> assertThat(it.stage()).isEqualTo(Stage.NEEDS_RESPONSE));
    }

    @Test
    void hasRoomForAsManyFilesAsItSays() {
        var takes = complaints.enclosures();

        complaints.contest(dispute, new Evidence("All of it.", Collections.nCopies(takes.most(), REPORT)));

        assertThat(stripe.disputes.evidence(dispute)).hasSize(1 + takes.most());
        assertThat(takes.types()).contains(PHOTO.contentType(), REPORT.contentType());
    }

    @Test
    void whatWasAcceptedStaysAcceptedAndNotLost() {
        assertThat(complaints.accept(dispute).stage()).isEqualTo(Stage.ACCEPTED);
        assertThat(complaints.accept(dispute).stage()).isEqualTo(Stage.ACCEPTED);
        assertThat(complaints.read(dispute))
                .hasValueSatisfying(it -> assertThat(it.stage()).isEqualTo(Stage.ACCEPTED));
    }

    private static File file(String name, String type, String content) {
        return new File(name, type, content.getBytes(StandardCharsets.ISO_8859_1));
    }
}
