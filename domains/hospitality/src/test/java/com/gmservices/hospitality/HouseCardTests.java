package com.gmservices.hospitality;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.requests.ServiceLine.Fact;
import com.gmservices.requests.ServiceType;
import com.gmservices.requests.line.Counter;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

class HouseCardTests {

    private final MessageSource messages = MessagesTests.MESSAGES.source();
    private final HouseCard card = new HouseCard(messages);

    @BeforeEach
    void readEnglish() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @ParameterizedTest
    @MethodSource("com.gmservices.hospitality.DetailsTests#types")
    void hasThreeToEightFactsWithALabelEach(ServiceType type) {
        List<Fact> facts = card.facts(type.code(), (HouseOrder) type.example().apply(Counter.TODAY));

        assertThat(facts).hasSizeBetween(3, 8);
        assertThat(facts)
                .extracting(fact -> messages.getMessage(fact.label(), null, Locale.ENGLISH))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsAStayByItsNights() {
        assertThat(card.facts("hotel_booking", Examples.hotelBooking(Counter.TODAY)))
                .extracting(Fact::value)
                .containsExactly(
                        "Dec 7, 2026 – Dec 10, 2026, 3 nights",
                        "2 adults, 2 children (4, 9)",
                        "1 room (Family: up to five guests)",
                        "15:30",
                        "Breakfast",
                        "Quiet, High floor",
                        "Amaka Obi",
                        "The younger one does not stand peanuts.");
    }

    @Test
    void tellsAnEventByItsFloorAndHours() {
        assertThat(card.facts("event_space", Examples.eventSpace(Counter.TODAY)))
                .extracting(Fact::value)
                .containsExactly(
                        "Wedding: Amaka and Tunde",
                        "Jan 22, 2027, 16:00 – 01:00",
                        "Banquet: round tables, all seats taken: 180 guests, about 265 m²",
                        "Microphones, Music system, Dance floor, Backup power",
                        "Buffet",
                        "5 h before, 2 h after",
                        "Ngozi Obi, +234 803 555 0142",
                        "16:00 guests arrive\n17:00 speeches and dinner\n20:00 dancing");
    }

    @Test
    void tellsAnOrderAsTheKitchenReadsIt() {
        assertThat(card.facts("catering", Examples.catering(Counter.TODAY)))
                .extracting(Fact::value)
                .containsExactly(
                        "Local dishes: Grandmother's 80th birthday",
                        "Dec 14, 2026, 13:00",
                        "120, of them 100 certain",
                        "Buffet: 14 Adeola Odeku Street, Lagos",
                        "Vegetarian: 12, Vegan: 4, Halal: 30, Gluten-free: 3",
                        "Drinks, Plates, glasses and cutlery, Waiting staff");
    }

    @Test
    void tellsATicketByItsRoom() {
        var call = new GuestService(
                "12",
                GuestService.Need.WAKE_UP_CALL,
                null,
                GuestService.Urgency.NO_HURRY,
                Counter.TODAY.plusDays(1),
                LocalTime.of(5, 45),
                false);

        assertThat(card.facts("guest_services", Examples.guestService(Counter.TODAY)))
                .extracting(Fact::value)
                .containsExactly(
                        "214",
                        "Something does not work: The air conditioner drips onto the carpet.",
                        "At once",
                        "Come in when nobody is there");
        assertThat(card.facts("guest_services", call))
                .extracting(Fact::value)
                .contains("Nov 24, 2026 05:45", "Only when the guest is there");
    }
}
