package com.gmservices.payments.paypal;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Charge;
import com.gmservices.payments.gateway.Credentials;
import com.gmservices.payments.gateway.Means;
import com.gmservices.payments.gateway.PaymentGateway;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

final class Fixtures {

    static final Credentials HARBOUR = new Credentials(
            false,
            Map.of(
                    "client_id", FakePaypal.CLIENT,
                    "client_secret", FakePaypal.SECRET,
                    "webhook_id", FakePaypal.WEBHOOK));

    static final URI BACK = URI.create("https://services.example.com/t/harbour/payments/1/outcome");
    static final Charge.Payer ADA = new Charge.Payer(UUID.randomUUID(), "Ada Obi", "ada@example.com");

    private Fixtures() {}

    static PaypalCalls calls(URI base, Clock clock) {
        return PaypalCalls.at(new PaypalSettings(base), gateway -> HARBOUR, JsonMapper.shared(), clock);
    }

    static Means wallet(String token) {
        return new Means(token, "customer-1", "paypal", "a…@example.com", null);
    }

    static Charge charge(UUID key, @Nullable String reference, Money amount, @Nullable Means saved, boolean reserve) {
        return new Charge(
                key,
                reference,
                amount,
                saved == null ? PaymentGateway.PAGE : "0198",
                saved,
                reserve,
                true,
                ADA,
                "SR-2026-000123",
                BACK);
    }
}
