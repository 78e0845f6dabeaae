package com.gmservices.payments.stripe;

import static com.gmservices.payments.stripe.StripeClients.ask;

import com.gmservices.payments.gateway.Complaints.Enclosures;
import com.gmservices.payments.gateway.Complaints.Evidence;
import com.gmservices.payments.gateway.Complaints.File;
import com.stripe.param.DisputeUpdateParams;
import com.stripe.param.FileCreateParams;
import com.stripe.service.FileService;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** What speaks for a business, as Stripe takes it: https://docs.stripe.com/disputes/responding. */
final class StripeEvidence {

    /** One file each, in the order in which they say least about what they hold. */
    private static final List<BiConsumer<DisputeUpdateParams.Evidence.Builder, String>> PLACES = List.of(
            DisputeUpdateParams.Evidence.Builder::setUncategorizedFile,
            DisputeUpdateParams.Evidence.Builder::setServiceDocumentation,
            DisputeUpdateParams.Evidence.Builder::setCustomerCommunication,
            DisputeUpdateParams.Evidence.Builder::setReceipt,
            DisputeUpdateParams.Evidence.Builder::setCustomerSignature);

    static final Enclosures TAKEN =
            new Enclosures(PLACES.size(), 4_500_000, Set.of("application/pdf", "image/jpeg", "image/png"));

    private StripeEvidence() {}

    static DisputeUpdateParams.Evidence of(Evidence evidence, FileService uploads) {
        var params = DisputeUpdateParams.Evidence.builder().setUncategorizedText(evidence.explanation());
        for (int n = 0; n < evidence.files().size(); n++) {
            PLACES.get(n).accept(params, upload(evidence.files().get(n), uploads));
        }
        return params.build();
    }

    /** From memory: evidence is full of names and stays off the disk. */
    private static String upload(File file, FileService uploads) {
        var params = FileCreateParams.builder()
                .setPurpose(FileCreateParams.Purpose.DISPUTE_EVIDENCE)
                .setFile(new ByteArrayInputStream(file.content()))
                .build();
        return ask(() -> uploads.create(params)).getId();
    }
}
