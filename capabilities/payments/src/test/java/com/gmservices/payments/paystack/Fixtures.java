package com.gmservices.payments.paystack;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Charge;
import com.gmservices.payments.gateway.Credentials;
import com.gmservices.payments.gateway.Means;
import com.gmservices.payments.gateway.PaymentGateway;
import com.gmservices.payments.vendor.Asking;
import java.net.URI;
import java.time.YearMonth;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

final class Fixtures {

    static final Credentials HARBOUR = new Credentials(false, Map.of("secret_key", FakePaystack.SECRET));

    private Fixtures() {}

    static PaystackCalls calls(URI base) {
        return new PaystackCalls(Asking.client(Paystack.class, base), gateway -> HARBOUR, JsonMapper.shared());
    }

    static Means card(String authorization) {
        return new Means(authorization, "ada@example.com", "visa", "4081", YearMonth.of(2034, 12));
    }

    static Charge charge(UUID key, @Nullable String reference, Money amount, @Nullable Means saved) {
        return new Charge(
                key,
                reference,
                amount,
                saved == null ? PaymentGateway.PAGE : UUID.randomUUID().toString(),
                saved,
                false,
                true,
                new Charge.Payer(UUID.randomUUID(), "Ada Obi", "ada@example.com"),
                "SR-2026-000123",
                URI.create("https://services.example.com/t/harbour/payments/1/outcome"));
    }
}
