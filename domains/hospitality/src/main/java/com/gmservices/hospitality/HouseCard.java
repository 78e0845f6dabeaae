package com.gmservices.hospitality;

import com.gmservices.requests.ServiceLine.Fact;
import com.gmservices.requests.line.Facts;
import com.gmservices.requests.line.Typed;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The card on the board behind the desk: what somebody needs to know before they meet the guest. */
@Component
class HouseCard {

    private final MessageSource messages;

    HouseCard(MessageSource messages) {
        this.messages = messages;
    }

    List<Fact> facts(String type, HouseOrder order) {
        var facts = new Facts("hospitality", type, messages);
        switch (order) {
            case HotelBooking booking -> stay(booking, facts);
            case EventSpace event -> event(event, facts);
            case Catering catering -> catering(catering, facts);
            case GuestService service -> service(service, facts);
        }
        return facts.list();
    }

    private void stay(HotelBooking booking, Facts facts) {
        facts.text(
                "stay",
                "%s – %s, %s"
                        .formatted(
                                day(booking.arrival()), day(booking.departure()), words("nights", booking.nights())));
        facts.text("guests", guests(booking));
        facts.text("rooms", facts.with(words("rooms", booking.rooms()), "room_kind", booking.roomKind()));
        facts.text(
                "arrival_time",
                booking.arrivalTime() == null ? null : booking.arrivalTime().toString());
        facts.choice("meals", booking.meals());
        facts.choices("room_wishes", booking.roomWishes());
        facts.text("guest_name", booking.guestName());
        facts.text("special_needs", booking.specialNeeds());
    }

    private String guests(HotelBooking booking) {
        String adults = words("adults", booking.adults());
        return booking.childrensAges() == null
                ? adults
                : "%s, %s (%s)"
                        .formatted(adults, words("children", booking.ages().size()), booking.childrensAges());
    }

    private void event(EventSpace event, Facts facts) {
        facts.choice("kind", event.kind(), event.title());
        facts.text("when", when(event));
        facts.choice("seating", event.seating(), words("seats", event.guests(), event.floorArea()));
        facts.choices("equipment", event.equipment());
        facts.choice("catering", event.catering());
        facts.text("set_up", setUp(event));
        facts.text(
                "on_the_day", event.onTheDay() == null ? null : event.onTheDay().text());
        facts.text("programme", event.programme());
    }

    private String when(EventSpace event) {
        String day = "%s, %s – %s".formatted(day(event.date()), event.startsAt(), event.endsAt());
        return event.days() == null || event.days() == 1 ? day : day + ", " + words("days", event.days());
    }

    private @Nullable String setUp(EventSpace event) {
        return Typed.optional(Stream.of(
                        event.setUpHours() == null ? null : words("before", event.setUpHours()),
                        event.tearDownHours() == null ? null : words("after", event.tearDownHours()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", ")));
    }

    private void catering(Catering order, Facts facts) {
        facts.choice("menu", order.menu(), order.occasion());
        facts.text("when", "%s, %s".formatted(day(order.date()), order.serveAt()));
        facts.text(
                "guests",
                order.guestsGuaranteed() == null
                        ? order.guestsExpected().toString()
                        : words("guaranteed", order.guestsExpected(), order.guestsGuaranteed()));
        facts.choice(
                "service",
                order.service(),
                order.place() == null ? null : order.place().text());
        facts.text("dietary_needs", order.dietaryNeeds() == null ? null : needs(order.dietaryNeeds()));
        facts.choices("extras", order.extras());
    }

    private @Nullable String needs(DietaryNeeds needs) {
        Stream<String> counted = needs.counts().entrySet().stream()
                .map(need -> "%s: %d"
                        .formatted(
                                message("details.catering.dietary_needs." + Code.of(need.getKey())), need.getValue()));
        return Typed.optional(
                Stream.concat(counted, Stream.ofNullable(needs.other())).collect(Collectors.joining(", ")));
    }

    private void service(GuestService service, Facts facts) {
        facts.text("room", service.room());
        facts.choice("need", service.need(), service.description());
        facts.choice("urgency", service.urgency());
        facts.text(
                "when",
                Typed.optional(Stream.of(
                                service.day() == null ? "" : day(service.day()),
                                service.time() == null ? "" : service.time().toString())
                        .collect(Collectors.joining(" "))));
        facts.text(
                "may_enter",
                service.mayEnter() == null ? null : message("hospitality.words.enter." + service.mayEnter()));
    }

    private static String day(LocalDate day) {
        return day.format(
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(LocaleContextHolder.getLocale()));
    }

    private String words(String key, Object... arguments) {
        return messages.getMessage("hospitality.words." + key, arguments, LocaleContextHolder.getLocale());
    }

    private String message(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
