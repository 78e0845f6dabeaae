package com.gmservices.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Role;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReservationNoticesTests extends Counter {

    @Autowired
    Checkout checkout;

    @Autowired
    UnresolvedPayments unresolved;

    @Autowired
    Pinboard pinboard;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void staffAreToldBeforeAReservationEndsAndWhenItHas() {
        people.join(harbour, "Ben", Role.STAFF);
        CurrentMember staff = Till.staff(harbour, "Carl");
        var wish =
                new Checkout.Wish(Bills.KIND, bill, "sandbox", Try.of("sandbox_ok"), null, null, CaptureMethod.MANUAL);
        PaymentId payment = CurrentTenant.call(harbour, () -> checkout.pay(staff, wish, "k"))
                .id();
        later(Duration.ofDays(4));
        assertThat(told("ends")).isZero();

        later(Duration.ofDays(1).plusHours(1));
        later(Duration.ofHours(2));
        assertThat(told("ends")).isEqualTo(1);
        later(Duration.ofDays(2));

        assertThat(CurrentTenant.call(harbour, () -> checkout.find(staff, payment))
                        .status())
                .isEqualTo(PaymentStatus.CANCELED);
        await().untilAsserted(() -> assertThat(told("lapsed")).isEqualTo(1));
    }

    @Test
    void nobodyIsToldOfWhatStaffHaveLetGo() {
        people.join(harbour, "Ben", Role.STAFF);
        CurrentMember staff = Till.staff(harbour, "Carl");
        var wish =
                new Checkout.Wish(Bills.KIND, bill, "sandbox", Try.of("sandbox_ok"), null, null, CaptureMethod.MANUAL);
        Payment payment = CurrentTenant.call(harbour, () -> checkout.pay(staff, wish, "k"));
        CurrentTenant.call(harbour, () -> checkout.cancel(staff, payment.id()));

        later(Duration.ofDays(8));

        assertThat(told("ends") + told("lapsed")).isZero();
    }

    private void later(Duration time) {
        clock.pass(time);
        unresolved.resolve();
    }

    private int told(String what) {
        return pinboard.told(harbour, "payments.notice.reservation-" + what);
    }
}
