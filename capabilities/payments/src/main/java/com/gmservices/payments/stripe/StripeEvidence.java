package com.gmservices.payments.stripe;

import static com.gmservices.payments.stripe.StripeClients.ask;

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

    private static final Set<String> TYPES = Set.of("application/pdf", "image/jpeg", "image/png");
    private static final int MOST_CHARACTERS = 20_000;
    private static final int MOST_BYTES = 4_500_000;

    /** One file each, in the order in which they say least about what they hold. */
    private static final List<BiConsumer<DisputeUpdateParams.Evidence.Builder, String>> PLACES = List.of(
            DisputeUpdateParams.Evidence.Builder::setUncategorizedFile,
            DisputeUpdateParams.Evidence.Builder::setServiceDocumentation,
            DisputeUpdateParams.Evidence.Builder::setCustomerCommunication,
            DisputeUpdateParams.Evidence.Builder::setReceipt,
            DisputeUpdateParams.Evidence.Builder::setCustomerSignature);

    private StripeEvidence() {}

    /** @throws IllegalArgumentException when Stripe would not take it */
    static DisputeUpdateParams.Evidence of(Evidence evidence, FileService uploads) {
        check(evidence);
        var params = DisputeUpdateParams.Evidence.builder().setUncategorizedText(evidence.explanation());
        for (int n = 0; n < evidence.files().size(); n++) {
            PLACES.get(n).accept(params, upload(evidence.files().get(n), uploads));
        }
        return params.build();
    }

    private static void check(Evidence evidence) {
        if (evidence.explanation().length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("Stripe takes %d characters at most".formatted(MOST_CHARACTERS));
        }
        if (evidence.files().size() > PLACES.size()) {
            throw new IllegalArgumentException("Stripe takes %d files at most".formatted(PLACES.size()));
        }
        if (!evidence.files().stream().allMatch(file -> TYPES.contains(file.contentType()))) {
            throw new IllegalArgumentException("Stripe takes PDF, JPEG and PNG");
        }
        if (evidence.files().stream().mapToLong(file -> file.content().length).sum() > MOST_BYTES) {
            throw new IllegalArgumentException("Stripe takes %d bytes at most".formatted(MOST_BYTES));
        }
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
