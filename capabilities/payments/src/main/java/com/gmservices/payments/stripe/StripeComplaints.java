package com.gmservices.payments.stripe;

import static com.gmservices.payments.stripe.StripeClients.ask;

import com.gmservices.payments.gateway.Complaints;
import com.stripe.model.Dispute;
import com.stripe.param.DisputeCloseParams;
import com.stripe.param.DisputeRetrieveParams;
import com.stripe.param.DisputeUpdateParams;
import com.stripe.service.DisputeService;
import com.stripe.service.V1Services;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class StripeComplaints implements Complaints {

    private static final String ACCEPTED = "gm_accepted";

    private final StripeClients clients;

    StripeComplaints(StripeClients clients) {
        this.clients = clients;
    }

    @Override
    public String gateway() {
        return StripeGateway.NAME;
    }

    @Override
    public Enclosures enclosures() {
        return StripeEvidence.TAKEN;
    }

    @Override
    public Optional<Complaint> read(String reference) {
        try {
            return Optional.of(find(disputes(), reference));
        } catch (StripeFailure failure) {
            if (failure.isUnknownThing()) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** Evidence that has arrived before, its answer lost, is not taken again: then it stands as it stands. */
    @Override
    public Complaint contest(String reference, Evidence evidence) {
        V1Services stripe = clients.ours();
        var params = DisputeUpdateParams.builder()
                .setEvidence(StripeEvidence.of(evidence, stripe.files()))
                .setSubmit(true)
                .addExpand("charge")
                .build();
        try {
            return complaint(ask(() -> stripe.disputes().update(reference, params)));
        } catch (StripeFailure failure) {
            return elseOver(stripe.disputes(), reference, failure);
        }
    }

    /** Stripe calls it lost, whether it was fought for or not: that it was accepted is noted with it first. */
    @Override
    public Complaint accept(String reference) {
        DisputeService disputes = disputes();
        var accepted =
                DisputeUpdateParams.builder().putMetadata(ACCEPTED, "true").build();
        var close = DisputeCloseParams.builder().addExpand("charge").build();
        try {
            ask(() -> disputes.update(reference, accepted));
            return complaint(ask(() -> disputes.close(reference, close)));
        } catch (StripeFailure failure) {
            return elseOver(disputes, reference, failure);
        }
    }

    private static Complaint elseOver(DisputeService disputes, String reference, StripeFailure failure) {
        if (!failure.isRefusal()) {
            throw failure;
        }
        Complaint complaint = find(disputes, reference);
        if (complaint.stage() == Stage.NEEDS_RESPONSE) {
            throw failure;
        }
        return complaint;
    }

    private DisputeService disputes() {
        return clients.ours().disputes();
    }

    private static Complaint find(DisputeService disputes, String reference) {
        var params = DisputeRetrieveParams.builder().addExpand("charge").build();
        return complaint(ask(() -> disputes.retrieve(reference, params)));
    }

    private static Complaint complaint(Dispute dispute) {
        var charge = dispute.getChargeObject();
        return new Complaint(
                dispute.getId(),
                charge == null ? null : Marks.key(charge.getMetadata(), StripeGateway.CHARGE),
                dispute.getPaymentIntent() == null ? dispute.getCharge() : dispute.getPaymentIntent(),
                Units.money(dispute.getAmount(), dispute.getCurrency()),
                dispute.getReason(),
                stage(dispute),
                dueBy(dispute.getEvidenceDetails()),
                !dispute.getStatus().startsWith("warning_"));
    }

    private static Stage stage(Dispute dispute) {
        return switch (dispute.getStatus()) {
            case "needs_response", "warning_needs_response" -> Stage.NEEDS_RESPONSE;
            case "won", "warning_closed" -> Stage.WON;
            // Given back by itself, as the business has agreed with Stripe, before a bank had to decide.
            case "prevented" -> Stage.ACCEPTED;
            case "lost" ->
                dispute.getMetadata() != null && dispute.getMetadata().containsKey(ACCEPTED)
                        ? Stage.ACCEPTED
                        : Stage.LOST;
            default -> Stage.UNDER_REVIEW;
        };
    }

    private static @Nullable Instant dueBy(Dispute.@Nullable EvidenceDetails details) {
        return details == null || details.getDueBy() == null ? null : Instant.ofEpochSecond(details.getDueBy());
    }
}
