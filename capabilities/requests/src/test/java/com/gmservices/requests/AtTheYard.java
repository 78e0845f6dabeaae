package com.gmservices.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.requests.Boatyard.Yard;
import com.gmservices.requests.RequestRefused.Unfit;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Refusal;
import com.gmservices.tenancy.Refusal.Category;
import com.gmservices.tenancy.Refusal.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** A yard whose staff and customers come to the desk. */
@SpringBootTest
abstract class AtTheYard {

    @Autowired
    Boatyard boatyard;

    @Autowired
    ServiceDesk desk;

    @Autowired
    Catalogue catalogue;

    @Autowired
    TestClock clock;

    Yard yard;

    @BeforeEach
    void openYard() {
        yard = boatyard.open();
    }

    List<RequestId> ids(Yard where, CurrentMember member) {
        return where.in(() -> desk.list(member, Wanted.ALL, null, 10)).data().stream()
                .map(ServiceRequest::id)
                .toList();
    }

    Instant inAnHour() {
        return clock.instant().plus(Duration.ofHours(1));
    }

    void assertRefused(Category category, Runnable call) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> yard.inside(call))
                .satisfies(refusal -> assertThat(refusal.category()).isEqualTo(category));
    }

    void assertUnfit(String pointer, Runnable call) {
        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> yard.inside(call))
                .satisfies(unfit -> assertThat(unfit.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly(pointer));
    }
}
