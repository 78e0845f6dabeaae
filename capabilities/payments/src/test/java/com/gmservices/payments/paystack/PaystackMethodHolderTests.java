package com.gmservices.payments.paystack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.payments.vendor.Answer.Said;
import com.gmservices.payments.vendor.FakeServer.Trouble;
import com.gmservices.payments.vendor.VendorSilent;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PaystackMethodHolderTests {

    private final FakePaystack vendor = new FakePaystack();
    private final PaystackCalls calls = Fixtures.calls(vendor.url());
    private final PaystackMethodHolder holder = new PaystackMethodHolder(calls);

    @AfterEach
    void close() {
        vendor.close();
    }

    @Test
    void whatIsForgottenCannotBeChargedAnyMore() {
        assertThat(isCharged()).isTrue();

        holder.forget(Fixtures.card(FakePaystack.GOOD));

        assertThat(isCharged()).isFalse();
    }

    @Test
    void whatIsGoneAlreadyIsForgotten() {
        holder.forget(Fixtures.card(FakePaystack.GOOD));
        holder.forget(Fixtures.card(FakePaystack.GOOD));
        holder.forget(Fixtures.card("AUTH_of_nobody"));

        assertThat(vendor.asked("POST /customer")).isEqualTo(3);
    }

    @Test
    void whatGotNoAnswerIsNotTakenForForgotten() {
        vendor.trouble("POST /customer", Trouble.BROKEN_AFTER);

        assertThatExceptionOfType(VendorSilent.class).isThrownBy(() -> holder.forget(Fixtures.card(FakePaystack.GOOD)));
    }

    private boolean isCharged() {
        var charge = new Paystack.SavedCharge(
                "ada@example.com", 1_000, "NGN", UUID.randomUUID().toString(), FakePaystack.GOOD);
        return calls.ask((paystack, key) -> paystack.charge(key, charge)) instanceof Said said && said.isGood();
    }
}
