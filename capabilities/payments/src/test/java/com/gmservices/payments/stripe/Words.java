package com.gmservices.payments.stripe;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Charge;
import com.gmservices.payments.gateway.ChargeOutcome.Captured;
import com.gmservices.payments.gateway.Credentials;
import com.gmservices.payments.gateway.Means;
import com.gmservices.payments.gateway.Repayment;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A charge of Harbour Garage's, in the words in which its gateway is asked. */
final class Words {

    static final String SIGNING = "whsec_of_harbour";

    final UUID key = UUID.randomUUID();
    private @Nullable String reference;
    private Money amount = Money.of(1_000, "NGN");
    private String method;
    private @Nullable Means saved;
    private boolean reserve;
    private boolean keep;
    private Charge.Payer payer = new Charge.Payer(UUID.randomUUID(), "Ada Obi", "ada@example.com");

    Words(String method) {
        this.method = method;
    }

    static Words with(Means saved) {
        var words = new Words(UUID.randomUUID().toString());
        words.saved = saved;
        return words;
    }

    Words of(long amount, String currency) {
        this.amount = Money.of(amount, currency);
        return this;
    }

    Words reserve() {
        reserve = true;
        return this;
    }

    Words keep() {
        keep = true;
        return this;
    }

    Words heard(@Nullable String reference) {
        this.reference = reference;
        return this;
    }

    /** The payer has changed their name and removed their means of payment since. */
    Words muchLater() {
        payer = new Charge.Payer(payer.member(), "Erased", null);
        saved = null;
        return this;
    }

    Charge charge() {
        return new Charge(
                key,
                reference,
                amount,
                method,
                saved,
                reserve,
                keep,
                payer,
                "SR-2026-000123",
                URI.create("https://services.example.com/t/harbour/payments/1/outcome"));
    }

    Repayment refund(UUID refund, Captured captured, long part) {
        return new Repayment(
                refund,
                null,
                heard(captured.reference()).charge(),
                new Money(part, amount.currency()),
                "Brought back by Ada Obi");
    }

    static Credentials credentials(String secretKey) {
        var values = new HashMap<String, String>();
        values.put("secret_key", secretKey);
        values.put("publishable_key", "pk_test_harbour");
        values.put("webhook_secret", SIGNING);
        return new Credentials(false, values);
    }

    static StripeClients clients(String base) {
        return clients(base, Duration.ofSeconds(20));
    }

    static StripeClients clients(String base, Duration answer) {
        return new StripeClients(
                gateway -> credentials(FakeStripe.KEY), new StripeSettings(base, Duration.ofSeconds(5), answer));
    }
}
