package com.gmservices.payments.paypal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** What is sent to PayPal, in its words. */
final class Wire {

    private Wire() {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Amount(String currencyCode, String value) {}

    /** @param invoiceId by which PayPal refuses to be paid twice, unless the business has allowed that there */
    @JsonNaming(SnakeCaseStrategy.class)
    record PurchaseUnit(Amount amount, String description, String customId, String invoiceId) {}

    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Experience(
            URI returnUrl,
            URI cancelUrl,
            String shippingPreference,
            @Nullable String userAction,
            @Nullable String paymentMethodPreference) {

        static Experience toPay(URI back) {
            return new Experience(back, back, "NO_SHIPPING", "PAY_NOW", "IMMEDIATE_PAYMENT_REQUIRED");
        }

        static Experience toKeep(URI back) {
            return new Experience(back, back, "NO_SHIPPING", null, null);
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Vault(String storeInVault, String usageType) {}

    record Attributes(Vault vault) {

        static final Attributes KEEP = new Attributes(new Vault("ON_SUCCESS", "MERCHANT"));
    }

    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Wallet(
            @Nullable String vaultId,
            @Nullable Attributes attributes,
            @Nullable Experience experienceContext,
            @Nullable String usageType) {}

    record Source(Wallet paypal) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record NewOrder(String intent, List<PurchaseUnit> purchaseUnits, Source paymentSource) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Capture(Amount amount, boolean finalCapture) {}

    record Renewal(Amount amount) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Refund(Amount amount, String customId) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record NewSetupToken(Source paymentSource) {}

    record Token(String id, String type) {}

    record TokenSource(Token token) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record NewToken(TokenSource paymentSource) {}

    record Document(String name) {}

    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Evidence(String evidenceType, String notes, List<Document> documents) {}

    record Evidences(List<Evidence> evidences) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Claim(String note, String acceptClaimType) {}
}
