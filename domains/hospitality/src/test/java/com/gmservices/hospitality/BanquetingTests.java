package com.gmservices.hospitality;

import static com.gmservices.hospitality.House.BEN;
import static com.gmservices.requests.line.Counter.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.hospitality.EventSpace.Equipment;
import com.gmservices.hospitality.EventSpace.Food;
import com.gmservices.hospitality.EventSpace.Kind;
import com.gmservices.requests.RequestId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.support.TransactionTemplate;

/** TODAY is Monday, November 23, and the clock on the wall shows noon. */
@SpringBootTest
class BanquetingTests {

    private static final LocalDate SATURDAY = TODAY.plusDays(12);

    @Autowired
    HospitalityLine line;

    @Autowired
    TransactionTemplate transactions;

    House house;

    @BeforeEach
    void open() {
        house = new House(line, transactions);
    }

    @Test
    void takesItsExampleAsItStands() {
        house.takes(Examples.eventSpace(TODAY));
    }

    @Test
    void nothingBeginsInThePast() {
        house.refuses(
                at(TODAY.minusDays(1), "18:00", "22:00"),
                "date",
                "This day is over. Choose November 23, 2026 or later.");
        house.refuses(at(TODAY, "11:00", "15:00"), "starts_at", "This time has passed. Choose a later one.");
    }

    @Test
    void theBooksHaveAnEnd() {
        house.refuses(
                at(TODAY.plusYears(3).plusDays(1), "18:00", "22:00"),
                "date",
                "This is too far ahead. Choose November 23, 2029 or earlier.");
        house.refuses(
                at(LocalDate.MAX, "18:00", "22:00"),
                "date",
                "This is too far ahead. Choose November 23, 2029 or earlier.");
    }

    @Test
    void feastsGoOnAfterMidnightAndNotUntilNoon() {
        house.takes(at(SATURDAY, "18:00", "03:00"));
        house.refuses(
                at(SATURDAY, "18:00", "17:00"),
                "ends_at",
                "From begin to end this is 23 hours. Check the two times. For several days, enter the hours of one day.");
        house.refuses(
                at(SATURDAY, "18:00", "18:00"),
                "ends_at",
                "From begin to end this is 24 hours. Check the two times. For several days, enter the hours of one day.");
        house.refuses(
                at(SATURDAY, "18:00", "18:20"),
                "ends_at",
                "An event takes at least half an hour. Check the two times.");
    }

    @Test
    void aStyleSeatsOnlySoMany() {
        house.takes(seated(Seating.U_SHAPE, 60, null));
        house.refuses(
                seated(Seating.U_SHAPE, 61, null),
                "seating",
                "In this style at most 60 guests can take part. Choose another one, such as theatre or banquet.");
        house.refuses(
                seated(Seating.CLASSROOM, 1_001, null),
                "seating",
                "In this style at most 1,000 guests can take part. Choose another one, such as theatre or banquet.");
    }

    @Test
    void aMealAtTheTableNeedsTables() {
        for (Seating seating : Seating.values()) {
            if (seating.hasTables()) {
                house.takes(seated(seating, 30, Food.SEATED_MEAL));
            } else {
                house.refuses(
                        seated(seating, 30, Food.SEATED_MEAL),
                        "catering",
                        "A meal at the table needs tables. Choose banquet or another style with tables, or other food.");
            }
        }
    }

    @Test
    void somethingElseHasAName() {
        house.refuses(
                event(Kind.OTHER, SATURDAY, "18:00", "22:00", Seating.THEATRE, 30, null),
                "title",
                "Tell us what the event is.");
    }

    @Test
    void plannersLearnWhatToSeeTo() {
        house.remarks(
                at(TODAY.plusDays(2), "18:00", "22:00"),
                "It is less than 72 hours ahead. Check people and supplies before confirming.");
        house.remarks(
                seated(Seating.BANQUET, 80, Food.OWN_CATERER),
                "Comes with another caterer. Agree on kitchen, waste and insurance.");
    }

    @Test
    void anotherEventAtTheTimeIsRemarkedFromItsOfferOn() {
        EventSpace morning = at(SATURDAY, "08:00", "12:00");
        RequestId request = house.takeIn(BEN, morning);
        house.takes(at(SATURDAY, "13:00", "17:00"));

        house.move(request, morning, "quote");
        house.remarks(
                at(SATURDAY, "13:00", "17:00"),
                "Another event holds a space at that time, set-up and clearing up included. Check which one is free.");
        house.takes(at(SATURDAY, "14:00", "17:00"));

        house.move(request, morning, "decline");
        house.takes(at(SATURDAY, "13:00", "17:00"));
    }

    @Test
    void theFloorIsReckonedByTheStyleAndWhatStandsThere() {
        assertThat(seated(Seating.THEATRE, 100, null).floorArea()).isEqualTo(80);
        assertThat(seated(Seating.U_SHAPE, 20, null).floorArea()).isEqualTo(60);
        assertThat(seated(Seating.BANQUET, 100, null).floorArea()).isEqualTo(120);
        assertThat(seated(Seating.BANQUET, 100, Food.BUFFET).floorArea()).isEqualTo(130);
        assertThat(seated(Seating.BANQUET, 100, null, Equipment.STAGE, Equipment.DANCE_FLOOR)
                        .floorArea())
                .isEqualTo(155);
        assertThat(seated(Seating.BOARDROOM, 1, null).floorArea()).isEqualTo(5);
    }

    private static EventSpace at(LocalDate day, String starts, String ends) {
        return event(Kind.TRAINING, day, starts, ends, Seating.CLASSROOM, 40, null);
    }

    private static EventSpace seated(Seating seating, int guests, @Nullable Food food, Equipment... equipment) {
        return event(Kind.DINNER, SATURDAY, "18:00", "22:00", seating, guests, food, equipment);
    }

    /** Set up in an hour and cleared in another. */
    private static EventSpace event(
            Kind kind,
            LocalDate day,
            String starts,
            String ends,
            Seating seating,
            int guests,
            @Nullable Food food,
            Equipment... equipment) {
        return new EventSpace(
                kind,
                null,
                guests,
                day,
                LocalTime.parse(starts),
                LocalTime.parse(ends),
                null,
                seating,
                1,
                1,
                List.of(equipment),
                food,
                null,
                null);
    }
}
