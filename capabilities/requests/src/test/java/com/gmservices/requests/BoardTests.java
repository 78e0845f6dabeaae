package com.gmservices.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.database.PlatformDatabase;
import com.gmservices.requests.Board.Card;
import com.gmservices.requests.Board.Column;
import com.gmservices.requests.Board.Next;
import com.gmservices.requests.Board.Next.What;
import com.gmservices.requests.Boatyard.Yard;
import com.gmservices.tenancy.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
class BoardTests {

    @Autowired
    Boatyard boatyard;

    @Autowired
    Board board;

    @Autowired
    ServiceDesk desk;

    @Autowired
    TestClock clock;

    @Autowired
    @PlatformDatabase
    JdbcClient platform;

    Yard yard;

    @BeforeEach
    void openYard() {
        yard = boatyard.open();
    }

    @Test
    void eachStatusThatMattersHasAColumn() {
        for (RequestStatus status : RequestStatus.values()) {
            boatyard.requestAt(yard, status);
        }

        assertThat(look())
                .extracting(Column::status)
                .containsExactly(
                        RequestStatus.PENDING,
                        RequestStatus.QUOTED,
                        RequestStatus.CONFIRMED,
                        RequestStatus.IN_PROGRESS,
                        RequestStatus.ON_HOLD,
                        RequestStatus.COMPLETED);
        assertThat(look()).extracting(Column::count).containsOnly(1);
        assertThat(look())
                .extracting(column -> column.cards().getFirst().next().what())
                .containsExactly(What.ANSWER, What.QUOTE_ENDS, What.FINISH, What.FINISH, What.ON_HOLD, What.COMPLETED);
    }

    @Test
    void whatIsLateIsCountedAndComesFirst() {
        Offering offering = boatyard.offer(yard, Boatyard.crane());
        ServiceRequest old = boatyard.request(yard, offering, yard.chidi());
        clock.pass(Duration.ofDays(30));
        ServiceRequest young = boatyard.request(yard, offering, yard.chidi());

        Column pending = look().getFirst();
        assertThat(pending.count()).isEqualTo(2);
        assertThat(pending.late()).isEqualTo(1);
        assertThat(pending.cards()).extracting(Card::id).containsExactly(old.id(), young.id());
        assertThat(pending.cards().getFirst().next())
                .isEqualTo(new Next(What.ANSWER, old.standing().clock().respondBy(), true));
    }

    @Test
    void whatStandsStillIsNeverLate() {
        boatyard.requestAt(yard, RequestStatus.ON_HOLD);
        clock.pass(Duration.ofDays(30));

        assertThat(look()).extracting(Column::late).containsOnly(0);
    }

    @Test
    void whatWasCompletedLongAgoIsGone() {
        boatyard.requestAt(yard, RequestStatus.COMPLETED);
        clock.pass(Duration.ofDays(8));

        assertThat(look()).extracting(Column::count).containsOnly(0);
    }

    @Test
    void whatWasCompletedLongAgoLeavesTheDeskAtNight() {
        boatyard.requestAt(yard, RequestStatus.COMPLETED);
        RequestId open = boatyard.request(yard).id();
        clock.pass(Duration.ofDays(8));
        RequestId young = boatyard.requestAt(yard, RequestStatus.COMPLETED).id();

        DeskClearing.clear(platform, clock);

        assertThat(platform.sql("select id from requests.on_desk where tenant_id = ? order by id")
                        .param(yard.tenant().id().value())
                        .query((row, index) -> new RequestId(row.getObject(1, UUID.class)))
                        .list())
                .containsExactlyInAnyOrder(open, young);
    }

    @Test
    void anAppointmentStandsOnTheCard() {
        RequestId id = boatyard.requestAt(yard, RequestStatus.CONFIRMED).id();
        Instant start = clock.instant().plus(Duration.ofHours(3));
        yard.inside(() -> desk.schedule(yard.ben(), id, null, start, start.plusSeconds(3_600)));

        assertThat(look().get(2).cards().getFirst().next()).isEqualTo(new Next(What.APPOINTMENT, start, false));
    }

    @Test
    void aColumnShowsTwentyFiveAndCountsAll() {
        fillUp();

        Column pending = look().getFirst();
        assertThat(pending.cards()).hasSize(25);
        assertThat(pending.count()).isEqualTo(27);
        assertThat(pending.hasMore()).isTrue();
    }

    /** Whoever has a long board before them sees it move, wherever it belongs by its date. */
    @Test
    void whatHasJustComeIntoALongColumnStandsThereForAWhile() {
        fillUp();
        RequestId last = boatyard.request(yard).id();

        assertThat(look().getFirst().cards()).extracting(Card::id).hasSize(26).contains(last);

        clock.pass(Duration.ofMinutes(16));
        assertThat(look().getFirst().cards()).extracting(Card::id).hasSize(25).doesNotContain(last);
    }

    private void fillUp() {
        Offering offering = boatyard.offer(yard, Boatyard.crane());
        for (int each = 0; each < 27; each++) {
            boatyard.request(yard, offering, yard.chidi());
        }
        clock.pass(Duration.ofMinutes(16));
    }

    @ParameterizedTest
    @CsvSource({"Ben Okoro, BO", "Ben, B", "Third Mainland Towing, TT", "'', ''", "' 漢字 太郎 ', 漢太"})
    void initialsAreOfTheFirstAndLastName(String name, String initials) {
        var card =
                new Card(RequestId.next(), "", 1, "", "", name, new Next(What.ANSWER, Instant.EPOCH, false), List.of());

        assertThat(card.initials()).isEqualTo(initials);
    }

    @Test
    void customersDoNotSeeIt() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> yard.inside(() -> board.look(yard.chidi(), false)));
    }

    private List<Column> look() {
        return yard.in(() -> board.look(yard.ben(), false));
    }
}
