package com.gmservices.insights;

import static com.gmservices.requests.RequestStatus.CANCELLED;
import static com.gmservices.requests.RequestStatus.COMPLETED;
import static com.gmservices.requests.RequestStatus.CONFIRMED;
import static com.gmservices.requests.RequestStatus.DECLINED;
import static com.gmservices.requests.RequestStatus.IN_PROGRESS;
import static com.gmservices.requests.RequestStatus.PENDING;
import static com.gmservices.requests.RequestStatus.QUOTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.insights.Bars.Bar;
import com.gmservices.insights.Overview.Revenue;
import com.gmservices.insights.Yards.Yard;
import com.gmservices.requests.Move;
import com.gmservices.shell.Columns;
import com.gmservices.shell.Columns.Column;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.support.TransactionTemplate;

/** Figures beside what was counted by hand. Today is Thursday, 28 May 2026, at noon in Lagos. */
@SpringBootTest
class OverviewsTests {

    @Autowired
    Yards yards;

    @Autowired
    Overviews overviews;

    @Autowired
    Counts counts;

    @Autowired
    Recount recount;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    TestClock clock;

    Yard yard;

    @BeforeEach
    void openYard() {
        clock.set("2026-05-28T11:00:00Z");
        yard = yards.open("Africa/Lagos");
    }

    @Test
    void requestsAreCountedByTypeBesideThePeriodBefore() {
        yard.asked(Wharf.STORAGE, "2026-05-28T09:00:00Z");
        yard.asked(Wharf.STORAGE, "2026-05-22T09:00:00Z");
        yard.asked(Wharf.TOWING, "2026-05-22T10:00:00Z");
        yard.asked(Wharf.TOWING, "2026-05-21T09:00:00Z");
        yard.asked(Wharf.TOWING, "2026-05-15T09:00:00Z");
        yard.asked(Wharf.TOWING, "2026-05-14T09:00:00Z");

        Overview week = look(7);

        assertThat(week.requests()).isEqualTo(new Comparison(3, 2));
        assertThat(week.requests().key()).isEqualTo("up");
        assertThat(week.requests().percent()).isEqualTo(50);
        assertThat(week.lines().getFirst().types())
                .containsExactly(new Bar(Wharf.STORAGE, 2, 0), new Bar(Wharf.TOWING, 1, 2));
        assertThat(week.requestsOverTime().columns())
                .hasSize(7)
                .startsWith(column("2026-05-22", 2, 1))
                .endsWith(column("2026-05-28", 1, 1));
        assertThat(look(28).requests()).isEqualTo(new Comparison(6, 0));
    }

    @Test
    void aDayIsTheBusinesssOwn() {
        yard.asked(Wharf.STORAGE, "2026-05-21T22:59:59Z");
        yard.asked(Wharf.STORAGE, "2026-05-21T23:00:00Z");

        Overview week = look(7);

        assertThat(week.requests()).isEqualTo(new Comparison(1, 1));
        assertThat(week.requestsOverTime().columns().getFirst()).isEqualTo(column("2026-05-22", 1, 0));
    }

    @Test
    void aDayHasTwentyThreeHoursWhenClocksGoForwardAndTwentyFiveWhenTheyGoBack() {
        Yard york = yards.open("America/New_York");
        york.asked(Wharf.STORAGE, "2026-03-08T04:59:59Z");
        york.asked(Wharf.STORAGE, "2026-03-08T05:00:00Z");
        york.asked(Wharf.STORAGE, "2026-03-09T03:59:59Z");
        york.asked(Wharf.STORAGE, "2026-03-09T04:00:00Z");
        clock.set("2026-03-09T16:00:00Z");
        assertThat(look(york, 7).requestsOverTime().columns().stream().map(Column::now))
                .containsExactly(0L, 0L, 0L, 0L, 1L, 2L, 1L);

        york.asked(Wharf.STORAGE, "2026-11-01T03:59:59Z");
        york.asked(Wharf.STORAGE, "2026-11-01T04:00:00Z");
        york.asked(Wharf.STORAGE, "2026-11-02T04:59:59Z");
        york.asked(Wharf.STORAGE, "2026-11-02T05:00:00Z");
        clock.set("2026-11-02T16:00:00Z");
        assertThat(look(york, 7).requestsOverTime().columns().stream().map(Column::now))
                .containsExactly(0L, 0L, 0L, 0L, 1L, 2L, 1L);
    }

    @Test
    void ninetyDaysAreThirtyColumns() {
        yard.asked(Wharf.STORAGE, "2026-05-26T09:00:00Z");
        yard.asked(Wharf.STORAGE, "2026-05-28T09:00:00Z");
        yard.asked(Wharf.STORAGE, "2026-02-26T09:00:00Z");

        Columns columns = look(90).requestsOverTime();

        assertThat(columns.columns()).hasSize(30);
        assertThat(columns.columns().getLast())
                .isEqualTo(new Column(LocalDate.parse("2026-05-26"), LocalDate.parse("2026-05-28"), 2, 1));
    }

    @Test
    void whatStandsOpenIsComparedWithTheDayBeforeThePeriod() {
        yard.asked(Wharf.STORAGE, "2026-01-05T09:00:00Z");
        yard.asked(Wharf.STORAGE, "2026-01-06T09:00:00Z");
        yard.asked(Wharf.STORAGE, "2026-05-27T09:00:00Z");
        yard.moved(Move.ACCEPT, PENDING, CONFIRMED, "2026-05-27T10:00:00Z");
        yard.moved(Move.START, CONFIRMED, IN_PROGRESS, "2026-05-27T11:00:00Z");
        yard.moved(Move.COMPLETE, IN_PROGRESS, COMPLETED, "2026-05-28T08:00:00Z");
        yard.moved(Move.ACCEPT, PENDING, CONFIRMED, "2026-05-28T09:00:00Z");

        Overview week = look(7);

        assertThat(week.open()).isEqualTo(new Comparison(2, 2));
        assertThat(week.standing().bars()).contains(new Bar("pending", 1, 2), new Bar("confirmed", 1, 0));
        assertThat(week.finished().bars()).contains(new Bar("completed", 1, 0), new Bar("declined", 0, 0));
    }

    @Test
    void theMedianIsTheAnswerInTheMiddle() {
        yard.answered(4, true, "2026-05-27T09:00:00Z");
        yard.answered(90, true, "2026-05-27T10:00:00Z");
        yard.answered(2_000, false, "2026-05-28T10:00:00Z");
        yard.answered(300, true, "2026-05-18T10:00:00Z");

        Overview.Answers answers = look(7).answers();

        assertThat(answers.median()).isEqualTo(new Wait(90));
        assertThat(answers.medianBefore()).isEqualTo(new Wait(300));
        assertThat(answers.inTime()).isEqualTo(new Share(2, 3));
        assertThat(answers.inTime().percent()).isEqualTo(67);
        assertThat(answers.waits().bars().stream().map(Bar::now)).containsExactly(1L, 0L, 1L, 0L, 1L);
    }

    @Test
    void onlyDecidedQuotesHaveAShare() {
        yard.moved(Move.QUOTE, PENDING, QUOTED, "2026-05-27T08:00:00Z");
        yard.moved(Move.QUOTE, QUOTED, QUOTED, "2026-05-27T08:30:00Z");
        yard.moved(Move.ACCEPT, QUOTED, CONFIRMED, "2026-05-27T09:00:00Z");
        yard.moved(Move.ACCEPT, QUOTED, CONFIRMED, "2026-05-27T09:00:00Z");
        yard.moved(Move.DECLINE, QUOTED, DECLINED, "2026-05-27T09:00:00Z");
        yard.moved(Move.EXPIRE, QUOTED, PENDING, "2026-05-27T09:00:00Z");
        yard.moved(Move.CANCEL, QUOTED, CANCELLED, "2026-05-18T09:00:00Z");

        Overview.Quotes quotes = look(7).quotes();

        assertThat(quotes.accepted()).isEqualTo(new Share(2, 4));
        assertThat(quotes.acceptedBefore()).isEqualTo(new Share(0, 1));
        assertThat(quotes.fates().bars())
                .containsExactly(
                        new Bar("accepted", 2, 0),
                        new Bar("declined", 1, 0),
                        new Bar("expired", 1, 0),
                        new Bar("cancelled", 0, 1));
    }

    @Test
    void revenueIsWhatCameInLessWhatWentBackByCurrency() {
        yard.paid(4_500_000, "NGN", "2026-05-27T09:00:00Z");
        yard.paid(1_000_000, "NGN", "2026-05-28T09:00:00Z");
        yard.gaveBack(500_000, "NGN", "2026-05-28T10:00:00Z");
        yard.paid(2_500_000, "NGN", "2026-05-18T09:00:00Z");
        yard.paid(500, "JPY", "2026-05-27T09:00:00Z");

        List<Revenue> revenue = look(7).revenue();

        assertThat(revenue.stream().map(each -> each.currency().getCurrencyCode()))
                .containsExactly("NGN", "JPY");
        assertThat(revenue.getFirst().now()).hasToString("NGN 50000.00");
        assertThat(revenue.getFirst().amount()).isEqualTo(new Comparison(5_000_000, 2_500_000));
        assertThat(revenue.getFirst().overTime().columns().getLast()).isEqualTo(column("2026-05-28", 500_000, 0));
        assertThat(revenue.getLast().now()).hasToString("JPY 500");
    }

    @Test
    void reviewsHaveAnAverage() {
        yard.reviewed(5, "2026-05-27T09:00:00Z");
        yard.reviewed(4, "2026-05-27T09:00:00Z");
        yard.reviewed(4, "2026-05-28T09:00:00Z");
        yard.reviewed(2, "2026-05-18T09:00:00Z");

        Overview.Ratings ratings = look(7).ratings();

        assertThat(ratings.average()).isEqualTo(4.3);
        assertThat(ratings.averageBefore()).isEqualTo(2.0);
        assertThat(ratings.stars().bars()).contains(new Bar("4", 2, 0), new Bar("2", 0, 1));
    }

    @Test
    void figuresStayTheSameWhenTheyAreAddedToTheirDays() {
        aBusyDay();
        Overview before = look(28);

        yard.inside(() -> CountingJobs.fold(counts, transactions));
        assertThat(look(28)).usingRecursiveComparison().isEqualTo(before);

        yard.asked(Wharf.TOWING, "2026-05-28T10:00:00Z");
        yard.inside(() -> CountingJobs.fold(counts, transactions));
        assertThat(look(28).requests().now()).isEqualTo(before.requests().now() + 1);
    }

    @Test
    void theSameIsCountedAgainFromTheLog() {
        aBusyDay();
        Overview before = look(28);
        yard.inside(() -> CountingJobs.fold(counts, transactions));
        yard.reviewed(1, "2026-05-28T10:30:00Z");

        yard.inside(recount::run);

        assertThat(look(28).requests()).isEqualTo(before.requests());
        assertThat(look(28).revenue()).usingRecursiveComparison().isEqualTo(before.revenue());
        assertThat(look(28).ratings().reviews()).isEqualTo(new Comparison(2, 0));
    }

    @Test
    void whatFailsIsNotCounted() {
        yard.inside(() -> transactions.executeWithoutResult(status -> {
            counts.add(List.of(Insight.one(Insight.Measure.RATED, "5", clock.instant())));
            status.setRollbackOnly();
        }));

        assertThat(look(7).isEmpty()).isTrue();
    }

    @Test
    void anotherBusinessSeesNothingOfIt() {
        aBusyDay();
        Yard elsewhere = yards.open("Africa/Lagos");

        assertThat(look(elsewhere, 28).isEmpty()).isTrue();
        elsewhere.inside(() -> CountingJobs.fold(counts, transactions));
        elsewhere.inside(recount::run);
        assertThat(look(28).requests().now()).isEqualTo(1);
    }

    @Test
    void isForWhoeverMayReadIt() {
        CurrentMember ada = yard.ada;
        var ben = new CurrentMember(ada.tenant(), ada.id(), null, "Ben", ada.roles(), Set.of("read:all-requests"));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> CurrentTenant.run(ada.tenant(), () -> overviews.of(ben, 7)));
    }

    private void aBusyDay() {
        yard.asked(Wharf.STORAGE, "2026-05-27T09:00:00Z");
        yard.moved(Move.QUOTE, PENDING, QUOTED, "2026-05-27T09:10:00Z");
        yard.moved(Move.ACCEPT, QUOTED, CONFIRMED, "2026-05-27T09:20:00Z");
        yard.paid(4_500_000, "NGN", "2026-05-27T10:00:00Z");
        yard.reviewed(5, "2026-05-28T09:00:00Z");
    }

    private Overview look(int days) {
        return look(yard, days);
    }

    private Overview look(Yard yard, int days) {
        return CurrentTenant.call(yard.tenant.id(), () -> overviews.of(yard.ada, days));
    }

    private static Column column(String day, long now, long before) {
        return new Column(LocalDate.parse(day), LocalDate.parse(day), now, before);
    }
}
