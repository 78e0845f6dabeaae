package com.gmservices.hospitality;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.requests.ServiceType;
import com.gmservices.requests.details.DetailsDesk;
import com.gmservices.requests.line.Counter;
import com.gmservices.requests.line.WrongValues;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Each field of each record, filled in wrongly: the customer is told which, and how to mend it. */
@SpringBootTest
class DetailsTests {

    @Autowired
    DetailsDesk desk;

    static Stream<ServiceType> types() {
        return Stream.of(
                HospitalityLine.HOTEL_BOOKING,
                HospitalityLine.EVENT_SPACE,
                HospitalityLine.CATERING,
                HospitalityLine.GUEST_SERVICES);
    }

    @ParameterizedTest
    @MethodSource("types")
    void examplesSurviveTheWayThroughJson(ServiceType type) {
        Record example = type.example().apply(Counter.TODAY);

        assertThat(desk.read(type, desk.write(example))).isEqualTo(example);
        assertThat(desk.write(example).toString()).doesNotContain("null");
    }

    @ParameterizedTest
    @MethodSource("types")
    void nothingAtAllIsToldAsWhatIsMissing(ServiceType type) {
        var nothing = new WrongValues(desk, type, JsonNodeFactory.instance.objectNode());

        assertThat(nothing.told().keySet()).isEqualTo(WrongValues.required(type));
    }

    @ParameterizedTest
    @MethodSource("types")
    void noFieldIsSilentAboutWhatDoesNotBelongThere(ServiceType type) {
        assertThat(WrongValues.silent(desk, type)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /arrival         | null       | Choose the day on which you arrive.
            /arrival         | tomorrow   | Enter a day that there is, as year-month-day: 2026-12-24.
            /arrival         | 2026-02-30 | Enter a day that there is, as year-month-day: 2026-12-24.
            /departure       | null       | Choose the day on which you leave.
            /departure       | later      | Enter a day that there is, as year-month-day: 2026-12-24.
            /adults          | null       | Enter how many adults stay, from 1 to 60.
            /adults          | 0          | Enter how many adults stay, from 1 to 60.
            /adults          | 61         | Enter how many adults stay, from 1 to 60.
            /adults          | 1.5        | Enter a whole number, digits only.
            /adults          | two        | Enter a whole number, digits only.
            /childrens_ages  | 4, 18      | Enter the age of each child in years, from 0 to 17, with commas between: for example 4, 7.
            /childrens_ages  | -1         | Enter the age of each child in years, from 0 to 17, with commas between: for example 4, 7.
            /childrens_ages  | two        | Enter the age of each child in years, from 0 to 17, with commas between: for example 4, 7.
            /room_kind       | null       | Choose a kind of room.
            /room_kind       | igloo      | Choose one of the answers that are offered.
            /rooms           | null       | Enter how many rooms, from 1 to 30.
            /rooms           | 0          | Enter how many rooms, from 1 to 30.
            /rooms           | 31         | Enter how many rooms, from 1 to 30.
            /rooms           | a few      | Enter a whole number, digits only.
            /meals           | all        | Choose one of the answers that are offered.
            /arrival_time    | evening    | Enter a time from 00:00 to 23:59, such as 14:30.
            /arrival_time    | 25:00      | Enter a time from 00:00 to 23:59, such as 14:30.
            /room_wishes/0   | gold taps  | Choose only among the answers that are offered.
            /guest_name      | x*81       | Use at most 80 characters.
            /special_needs   | x*1001     | Use at most 1000 characters.
            """)
    void ofHotelBookings(String pointer, String wrong, String message) {
        assertTold(wrong(HospitalityLine.HOTEL_BOOKING), pointer, wrong, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /kind             | null      | Choose what kind of event it is.
            /kind             | riot      | Choose one of the answers that are offered.
            /title            | x*121     | Use at most 120 characters.
            /guests           | null      | Enter how many guests come, from 1 to 10,000.
            /guests           | 0         | Enter how many guests come, from 1 to 10,000.
            /guests           | 10001     | Enter how many guests come, from 1 to 10,000.
            /guests           | lots      | Enter a whole number, digits only.
            /date             | null      | Choose a day.
            /date             | Saturday  | Enter a day that there is, as year-month-day: 2026-12-24.
            /starts_at        | null      | Enter when it begins, for example 16:00.
            /starts_at        | 4 pm      | Enter a time from 00:00 to 23:59, such as 14:30.
            /ends_at          | null      | Enter when it ends, for example 22:00.
            /ends_at          | late      | Enter a time from 00:00 to 23:59, such as 14:30.
            /days             | 0         | Enter how many days, from 1 to 14.
            /days             | 15        | Enter how many days, from 1 to 14.
            /days             | a week    | Enter a whole number, digits only.
            /seating          | null      | Choose how your guests sit.
            /seating          | floor     | Choose one of the answers that are offered.
            /set_up_hours     | -1        | Enter full hours, from 0 to 72.
            /set_up_hours     | 73        | Enter full hours, from 0 to 72.
            /set_up_hours     | 1.5       | Enter a whole number, digits only.
            /tear_down_hours  | -1        | Enter full hours, from 0 to 72.
            /tear_down_hours  | 73        | Enter full hours, from 0 to 72.
            /tear_down_hours  | all night | Enter a whole number, digits only.
            /equipment/0      | cannon    | Choose only among the answers that are offered.
            /catering         | air       | Choose one of the answers that are offered.
            /programme        | x*2001    | Use at most 2000 characters.
            /on_the_day/name  | ' '       | Enter the name of the person.
            /on_the_day/name  | x*81      | Use at most 80 characters.
            /on_the_day/phone | null      | Enter a phone number with at least 6 digits, for example +234 803 555 0142.
            /on_the_day/phone | ring me   | Enter a phone number with at least 6 digits, for example +234 803 555 0142.
            """)
    void ofEventSpaces(String pointer, String wrong, String message) {
        WrongValues event = wrong(HospitalityLine.EVENT_SPACE);
        event.details().put("days", 2);

        assertTold(event, pointer, wrong, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /menu              | null    | Choose what we should cook.
            /menu              | gravel  | Choose one of the answers that are offered.
            /service           | null    | Choose how the food comes to your guests.
            /service           | thrown  | Choose one of the answers that are offered.
            /guests_expected   | null    | Enter how many guests come, from 1 to 10,000.
            /guests_expected   | 0       | Enter how many guests come, from 1 to 10,000.
            /guests_expected   | 10001   | Enter how many guests come, from 1 to 10,000.
            /guests_expected   | some    | Enter a whole number, digits only.
            /guests_guaranteed | 0       | Enter how many guests are certain, from 1 to 10,000.
            /guests_guaranteed | 10001   | Enter how many guests are certain, from 1 to 10,000.
            /guests_guaranteed | most    | Enter a whole number, digits only.
            /date              | null    | Choose a day.
            /date              | Sunday  | Enter a day that there is, as year-month-day: 2026-12-24.
            /serve_at          | null    | Enter when the food should be ready, for example 13:00.
            /serve_at          | lunch   | Enter a time from 00:00 to 23:59, such as 14:30.
            /place/street      | ''      | Enter the street and number where the food goes.
            /place/street      | x*161   | Use at most 160 characters.
            /place/town        | null    | Enter the town.
            /place/town        | x*81    | Use at most 80 characters.
            /place/directions  | x*301   | Use at most 300 characters.
            /place/kitchen     | maybe   | Choose yes or no.
            /dietary_needs/other | x*301 | Use at most 300 characters.
            /extras/0          | clown   | Choose only among the answers that are offered.
            /occasion          | x*121   | Use at most 120 characters.
            """)
    void ofCatering(String pointer, String wrong, String message) {
        assertTold(wrong(HospitalityLine.CATERING), pointer, wrong, message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vegetarian",
                "vegan",
                "halal",
                "kosher",
                "gluten_free",
                "lactose_free",
                "nut_allergy",
                "seafood_allergy"
            })
    void ofDietaryNeeds(String need) {
        String message = "Enter how many guests, from 0 to 10,000.";
        Map.of("-1", message, "10001", message, "few", "Enter a whole number, digits only.")
                .forEach((wrong, told) -> {
                    WrongValues order = wrong(HospitalityLine.CATERING);
                    ((ObjectNode) order.details().get("dietary_needs")).put(need, 1);
                    assertTold(order, "/dietary_needs/" + need, wrong, told);
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /room        | ''         | Enter your room number, for example 214 or B-12.
            /room        | null       | Enter your room number, for example 214 or B-12.
            /room        | #214       | Enter your room number, for example 214 or B-12.
            /room        | x*13       | Enter your room number, for example 214 or B-12.
            /need        | null       | Choose what you need.
            /need        | gold       | Choose one of the answers that are offered.
            /description | x*1001     | Use at most 1000 characters.
            /urgency     | null       | Choose how soon you need it.
            /urgency     | yesterday  | Choose one of the answers that are offered.
            /day         | 2026-13-01 | Enter a day that there is, as year-month-day: 2026-12-24.
            /time        | noon       | Enter a time from 00:00 to 23:59, such as 14:30.
            /may_enter   | perhaps    | Choose yes or no.
            """)
    void ofGuestServices(String pointer, String wrong, String message) {
        assertTold(wrong(HospitalityLine.GUEST_SERVICES), pointer, wrong, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4,7          | 4, 7
            ' 4 ; 7'     | 4, 7
            4 7 11       | 4, 7, 11
            3 and 5      | 3, 5
            3, 5 and 12  | 3, 5, 12
            0/17         | 0, 17
            """)
    void agesAreWrittenInManyWays(String typed, String ages) {
        ObjectNode details = wrong(HospitalityLine.HOTEL_BOOKING).details().put("childrens_ages", typed);

        assertThat(((HotelBooking) desk.read(HospitalityLine.HOTEL_BOOKING, details)).childrensAges())
                .isEqualTo(ages);
    }

    @Test
    void blanksAreNoAnswers() {
        ObjectNode details = wrong(HospitalityLine.HOTEL_BOOKING)
                .details()
                .put("childrens_ages", " ")
                .put("guest_name", "  ")
                .put("special_needs", "\n");

        HotelBooking booking = (HotelBooking) desk.read(HospitalityLine.HOTEL_BOOKING, details);

        assertThat(booking.ages()).isEmpty();
        assertThat(booking.guestName()).isNull();
        assertThat(booking.specialNeeds()).isNull();
    }

    @Test
    void aRoomHasOneSpelling() {
        ObjectNode details = wrong(HospitalityLine.GUEST_SERVICES).details().put("room", " b-12 ");

        assertThat(((GuestService) desk.read(HospitalityLine.GUEST_SERVICES, details)).room())
                .isEqualTo("B-12");
    }

    private static void assertTold(WrongValues details, String pointer, String wrong, String message) {
        assertThat(details.told(pointer, wrong)).isEqualTo(Map.of("/details" + pointer, message));
    }

    private WrongValues wrong(ServiceType type) {
        return WrongValues.of(desk, type);
    }
}
