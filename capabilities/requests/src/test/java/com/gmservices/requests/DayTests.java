package com.gmservices.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.requests.Boatyard.Yard;
import com.gmservices.requests.Day.Item;
import com.gmservices.requests.Day.Plan;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class DayTests {

    @Autowired
    Boatyard boatyard;

    @Autowired
    Day day;

    @Autowired
    ServiceDesk desk;

    @Autowired
    Providers providers;

    @Autowired
    TestClock clock;

    Yard yard;
    ProviderId bens;

    @BeforeEach
    void openYard() {
        yard = boatyard.open();
        var draft = new Providers.Draft("Ben", yard.ben().id(), Set.of("haul_out"), true);
        bens = yard.in(() -> providers.add(yard.ada(), draft).id());
    }

    @Test
    void anEmptyDayIsEmpty() {
        assertThat(plan(yard.ben()).isEmpty()).isTrue();
    }

    @Test
    void overdueAnswersComeFirst() {
        Offering offering = boatyard.offer(yard, Boatyard.crane());
        RequestId old = boatyard.request(yard, offering, yard.chidi()).id();
        clock.pass(Duration.ofDays(10));
        RequestId young = boatyard.request(yard, offering, yard.chidi()).id();

        assertThat(plan(yard.ben()).answers()).extracting(Item::id).containsExactly(old, young);
        assertThat(plan(yard.ben()).answers()).extracting(Item::late).containsExactly(true, false);
    }

    @Test
    void whatIsSomebodyElsesIsOnlyOnEverybodysDay() {
        RequestId id = boatyard.requestAt(yard, RequestStatus.CONFIRMED).id();
        assertThat(plan(yard.efe()).work()).extracting(Item::id).containsExactly(id);

        yard.inside(() -> desk.assign(yard.ada(), id, null, bens));

        assertThat(plan(yard.ben()).work()).extracting(Item::id).containsExactly(id);
        assertThat(plan(yard.efe()).isEmpty()).isTrue();
        assertThat(yard.in(() -> day.plan(yard.efe(), true, Boatyard.LAGOS)).work())
                .hasSize(1);
    }

    @Test
    void whatSomebodyDoesNotDoIsNotTheirs() {
        boatyard.request(yard);
        var draft = new Providers.Draft("Efe", yard.efe().id(), Set.of("rigging"), true);
        yard.inside(() -> providers.add(yard.ada(), draft));

        assertThat(plan(yard.efe()).isEmpty()).isTrue();
    }

    @Test
    void todaysAppointmentsAreInOrderAndTheLineForNowLiesBetweenThem() {
        Instant morning =
                clock.instant().atZone(Boatyard.LAGOS).with(LocalTime.of(0, 1)).toInstant();
        Instant night = morning.plus(Duration.ofMinutes(23 * 60 + 57));
        RequestId first = appointment(morning);
        RequestId second = appointment(night);
        appointment(night.plus(Duration.ofHours(3)));

        Plan plan = plan(yard.ben());
        assertThat(plan.appointments()).extracting(Item::id).containsExactly(first, second);
        assertThat(plan.nowAt()).isBetween(0, 2);
        assertThat(plan.appointments().getFirst().at()).isEqualTo(morning);
    }

    @Test
    void quotesThatRunOutSoonAreShown() {
        RequestId id = boatyard.requestAt(yard, RequestStatus.QUOTED).id();

        assertThat(plan(yard.ben()).quotes()).extracting(Item::id).containsExactly(id);
        assertThat(plan(yard.ben()).answers()).isEmpty();
    }

    @Test
    void isForStaff() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> plan(yard.chidi()));
    }

    private RequestId appointment(Instant start) {
        RequestId id = boatyard.requestAt(yard, RequestStatus.CONFIRMED).id();
        yard.inside(() -> desk.schedule(yard.ben(), id, null, start, start.plusSeconds(60)));
        return id;
    }

    private Plan plan(CurrentMember staff) {
        return yard.in(() -> day.plan(staff, false, Boatyard.LAGOS));
    }
}
