package com.gmservices.payments.paypal;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Means;
import com.gmservices.payments.gateway.PaymentGateway;
import com.gmservices.payments.gateway.SavedMeansContract;
import com.gmservices.payments.vendor.FakeServer.Trouble;
import java.time.Clock;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What the till relies on, at PayPal. */
@SpringBootTest
class PaypalContractTests extends SavedMeansContract {

    private static final String SILENT = "vault-silent";

    @Autowired
    AskedCharges asked;

    @Autowired
    Clock clock;

    FakePaypal vendor = new FakePaypal();

    PaypalGateway paypal;

    @BeforeEach
    void open() {
        paypal = Buyers.gateway(vendor.url(), asked, clock);
    }

    @AfterEach
    void close() {
        vendor.close();
    }

    @Override
    protected PaymentGateway gateway() {
        return paypal;
    }

    @Override
    protected Methods methods() {
        return new Methods(FakeOrders.GOOD, FakeOrders.POOR, PaymentGateway.PAGE, SILENT);
    }

    @Override
    protected @Nullable Means means(String method) {
        return method.startsWith("vault-") ? Fixtures.wallet(method) : null;
    }

    @Override
    protected void loseTheNextAnswer() {
        vendor.trouble("POST /v2/checkout/orders", Trouble.SILENT_AFTER);
    }

    @Override
    protected Currency currency() {
        return Currency.getInstance("USD");
    }

    @Override
    protected void customerApproves(UUID charge) {
        vendor.orders.approve(charge);
    }

    @Override
    protected void customerRefuses(UUID charge) {
        vendor.orders.approvePoorly(charge);
    }

    @Override
    protected Money taken(UUID charge) {
        return Money.ofMajor(vendor.orders.taken(charge), Currency.getInstance("USD"));
    }
}
