package com.gmservices.payments.paypal;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Charge;
import com.gmservices.payments.gateway.ChargeOutcome.Canceled;
import com.gmservices.payments.gateway.ChargeOutcome.Captured;
import com.gmservices.payments.gateway.ChargeOutcome.Declined;
import com.gmservices.payments.gateway.ChargeOutcome.Reserved;
import com.gmservices.payments.gateway.ChargeOutcome.Unknown;
import com.gmservices.payments.vendor.FakeServer.Trouble;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Money that PayPal holds: renewed, taken, let go. */
class PaypalReservationsTests extends Buyers {

    @Test
    void whatIsReservedIsReallyLetGo() {
        Charge reserving = reserving();
        assertThat(charge(reserving)).isInstanceOf(Reserved.class);

        assertThat(callOff(reserving)).isInstanceOf(Canceled.class);

        assertThat(vendor.orders.paymentStatus(key, "authorizations")).isEqualTo("VOIDED");
        assertThat(callOff(reserving)).isInstanceOf(Canceled.class);
    }

    @Test
    void whatIsReservedWithoutAnAnswerIsFoundAndLetGo() {
        vendor.trouble(ORDERS, Trouble.SILENT_AFTER);
        assertThat(charge(reserving())).isInstanceOf(Unknown.class);
        assertThat(callOff(reserving())).isInstanceOf(Unknown.class);

        assertThat(lookUp(reserving())).containsInstanceOf(Reserved.class);
        assertThat(callOff(reserving())).isInstanceOf(Canceled.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT_AFTER", "BROKEN_AFTER", "UNREADABLE_AFTER"})
    void aPartIsTakenOnceWithoutAnAnswerToo(Trouble trouble) {
        charge(reserving());
        vendor.trouble("POST /v2/payments/authorizations", trouble);

        assertThat(capture(600)).isInstanceOf(Unknown.class);
        assertThat(capture(600))
                .isInstanceOfSatisfying(
                        Captured.class, it -> assertThat(it.amount()).isEqualTo(Money.of(600, "USD")));
        assertThat(taken(key)).isEqualTo(Money.of(600, "USD"));
    }

    @Test
    void whatIsReservedIsRenewedEveryThreeDaysUntilItEnds() {
        charge(reserving());
        days(2);
        lookUp(reserving());
        assertThat(vendor.asked(AUTHORIZATIONS)).isZero();

        days(4);
        assertThat(lookUp(reserving())).containsInstanceOf(Reserved.class);
        lookUp(reserving());
        days(8);
        lookUp(reserving());

        assertThat(renewals()).isEqualTo(2);
        assertThat(capture(600)).isInstanceOf(Captured.class);
        assertThat(lookUp(reserving())).containsInstanceOf(Captured.class);
        assertThat(taken(key)).isEqualTo(Money.of(600, "USD"));
    }

    @Test
    void whatWasNotRenewedInTimeIsRenewedBeforeItIsTaken() {
        charge(reserving());
        days(20);

        assertThat(capture(1_000)).isInstanceOf(Captured.class);
        assertThat(taken(key)).isEqualTo(TEN);
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT_AFTER", "BROKEN_AFTER", "UNREADABLE_AFTER"})
    void aRenewalWithoutAnAnswerIsAskedForAgain(Trouble trouble) {
        charge(reserving());
        days(4);
        vendor.trouble(AUTHORIZATIONS, trouble);

        assertThat(lookUp(reserving())).containsInstanceOf(Reserved.class);
        lookUp(reserving());

        assertThat(renewals()).isEqualTo(2);
        assertThat(capture(1_000)).isInstanceOf(Captured.class);
    }

    @Test
    void whoCannotPayAtTheMomentIsAskedAgainADayLater() {
        charge(reserving());
        days(4);
        vendor.payments.renewable = false;
        lookUp(reserving());
        lookUp(reserving());
        assertThat(renewals()).isEqualTo(1);
        assertThat(capture(1_000)).isInstanceOf(Declined.class);

        vendor.payments.renewable = true;
        days(6);

        assertThat(lookUp(reserving())).containsInstanceOf(Reserved.class);
        assertThat(capture(1_000)).isInstanceOf(Captured.class);
    }

    @Test
    void whatIsReservedEndsWithTheTwentyNinthDay() {
        charge(reserving());
        days(4);
        lookUp(reserving());
        days(29);

        assertThat(lookUp(reserving())).containsInstanceOf(Canceled.class);
        assertThat(capture(1_000)).isInstanceOf(Declined.class);
        assertThat(taken(key).isZero()).isTrue();
    }

    @Test
    void whatWasRenewedIsReallyLetGo() {
        charge(reserving());
        days(4);
        lookUp(reserving());

        assertThat(callOff(reserving())).isInstanceOf(Canceled.class);
        assertThat(vendor.asked("POST /v2/payments/authorizations/AUTH")).isEqualTo(2);
        assertThat(capture(1_000)).isInstanceOf(Declined.class);
    }

    private void days(int since) {
        vendor.orders.passed = Duration.ofDays(since).plusMinutes(1);
        paypal = at(vendor.url(), Clock.offset(clock, vendor.orders.passed));
    }

    private long renewals() {
        return vendor.asked(AUTHORIZATIONS);
    }
}
