package com.gmservices.hospitality;

import static com.gmservices.requests.line.Counter.TODAY;

import com.gmservices.hospitality.Catering.MenuStyle;
import com.gmservices.hospitality.Catering.Place;
import com.gmservices.hospitality.Catering.ServiceStyle;
import com.gmservices.tenancy.Refusal.FieldError;
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
class KitchenTests {

    private static final Place GARDEN = new Place("14 Adeola Odeku Street", "Lagos", null, null);
    private static final Place BEACH = new Place("Tarkwa Bay", "Lagos", "By boat", false);

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
        house.takes(Examples.catering(TODAY));
    }

    @Test
    void nothingIsServedInThePast() {
        house.refuses(
                on(TODAY.minusDays(1), "13:00", 50), "date", "This day is over. Choose November 23, 2026 or later.");
        house.refuses(on(TODAY, "11:00", 50), "serve_at", "This time has passed. Choose a later one.");
        house.refuses(
                on(LocalDate.MAX, "13:00", 50), "date", "This is too far ahead. Choose November 23, 2028 or earlier.");
    }

    @Test
    void noMoreAreCertainThanExpected() {
        house.takes(on(TODAY.plusDays(9), "13:00", 80));
        house.refuses(
                on(TODAY.plusDays(9), "13:00", 81),
                "guests_guaranteed",
                "This cannot be more than the 80 guests whom you expect.");
    }

    @Test
    void whoIsCertainIsSaidThreeDaysBefore() {
        house.takes(on(TODAY.plusDays(3), "12:00", null));
        house.refuses(
                on(TODAY.plusDays(3), "11:59", null),
                "guests_guaranteed",
                "With less than 72 hours to go we must know how many guests are certain.");
        house.takes(on(TODAY.plusDays(2), "13:00", 60));
    }

    @Test
    void shortNoticeIsRemarked() {
        house.remarks(
                on(TODAY.plusDays(1), "11:30", 60),
                "It is less than 24 hours ahead. Check people and supplies before confirming.");
    }

    @Test
    void aDeliveryGoesSomewhereAndACollectionDoesNot() {
        house.refuses(served(MenuStyle.GRILL, ServiceStyle.DELIVERED, null), "place", "Tell us where to deliver it.");
        house.refuses(
                served(MenuStyle.GRILL, ServiceStyle.COLLECTED, GARDEN),
                "place",
                "You collect it yourself: leave the address empty, or let us deliver it.");
        house.takes(served(MenuStyle.GRILL, ServiceStyle.DELIVERED, GARDEN));
        house.takes(served(MenuStyle.GRILL, ServiceStyle.COLLECTED, null));
        house.takes(served(MenuStyle.GRILL, ServiceStyle.SEATED, null));
    }

    @Test
    void packedMealsAreNotServed() {
        house.takes(served(MenuStyle.PACKED_MEALS, ServiceStyle.DELIVERED, GARDEN));
        house.refuses(
                served(MenuStyle.PACKED_MEALS, ServiceStyle.BUFFET, null),
                "service",
                "Packed meals are not served. Choose that you collect them or that we deliver them.");
    }

    @Test
    void cookingWithoutAKitchenIsRemarked() {
        house.remarks(
                served(MenuStyle.GRILL, ServiceStyle.STATIONS, BEACH),
                "There is no kitchen on site. Bring burners, water and light.");
        house.takes(served(MenuStyle.GRILL, ServiceStyle.DELIVERED, BEACH));
    }

    @Test
    void noNeedIsOfMoreGuestsThanCome() {
        house.takes(eating(new DietaryNeeds(40, 40, 80, 80, 80, 80, null, 0, null)));
        house.refuses(
                eating(new DietaryNeeds(81, 82, 83, 84, 85, 86, 87, 88, null)),
                List.of(
                                "vegetarian",
                                "vegan",
                                "halal",
                                "kosher",
                                "gluten_free",
                                "lactose_free",
                                "nut_allergy",
                                "seafood_allergy")
                        .stream()
                        .map(need -> new FieldError(
                                "/details/dietary_needs/" + need,
                                "This cannot be more than the 80 guests whom you expect."))
                        .toArray(FieldError[]::new));
    }

    @Test
    void aGuestIsVegetarianOrVegan() {
        house.refuses(
                eating(new DietaryNeeds(50, 31, null, null, null, null, null, null, null)),
                "dietary_needs/vegan",
                "Vegetarian and vegan guests together are more than the 80 whom you expect. Count each of them once.");
    }

    @Test
    void allergiesAreRemarked() {
        house.remarks(
                eating(new DietaryNeeds(null, null, null, null, null, null, 1, null, null)),
                "Guests with allergies: prepare, label and serve their food apart.");
        house.remarks(
                eating(new DietaryNeeds(null, null, null, null, null, null, null, 2, null)),
                "Guests with allergies: prepare, label and serve their food apart.");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        var order = new Catering(
                MenuStyle.PACKED_MEALS,
                ServiceStyle.BUFFET,
                10,
                20,
                TODAY.minusDays(3),
                LocalTime.NOON,
                null,
                new DietaryNeeds(null, null, 11, null, null, null, null, null, null),
                List.of(),
                null);

        house.refuses(
                order,
                new FieldError("/details/date", "This day is over. Choose November 23, 2026 or later."),
                new FieldError(
                        "/details/service",
                        "Packed meals are not served. Choose that you collect them or that we deliver them."),
                new FieldError("/details/guests_guaranteed", "This cannot be more than the 10 guests whom you expect."),
                new FieldError(
                        "/details/dietary_needs/halal", "This cannot be more than the 10 guests whom you expect."));
    }

    private static Catering on(LocalDate day, String time, @Nullable Integer certain) {
        return order(MenuStyle.LOCAL_DISHES, ServiceStyle.BUFFET, day, time, certain, null, null);
    }

    private static Catering served(MenuStyle menu, ServiceStyle service, @Nullable Place place) {
        return order(menu, service, TODAY.plusDays(9), "13:00", null, place, null);
    }

    private static Catering eating(DietaryNeeds needs) {
        return order(MenuStyle.YOUR_SUGGESTION, ServiceStyle.BUFFET, TODAY.plusDays(9), "13:00", null, null, needs);
    }

    private static Catering order(
            MenuStyle menu,
            ServiceStyle service,
            LocalDate day,
            String time,
            @Nullable Integer certain,
            @Nullable Place place,
            @Nullable DietaryNeeds needs) {
        return new Catering(menu, service, 80, certain, day, LocalTime.parse(time), place, needs, List.of(), null);
    }
}
