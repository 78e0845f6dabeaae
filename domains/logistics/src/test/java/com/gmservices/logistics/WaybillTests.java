package com.gmservices.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.requests.ServiceLine.Fact;
import com.gmservices.requests.ServiceType;
import com.gmservices.requests.line.Counter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

class WaybillTests {

    private final MessageSource messages = MessagesTests.MESSAGES.source();
    private final Waybill waybill = new Waybill(new Scales(5000), messages);

    @BeforeEach
    void readEnglish() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @ParameterizedTest
    @MethodSource("com.gmservices.logistics.DetailsTests#types")
    void hasThreeToEightFactsWithALabelEach(ServiceType type) {
        List<Fact> facts = waybill.facts(type.code(), (Job) type.example().apply(Counter.TODAY), Counter.NAIRA);

        assertThat(facts).hasSizeBetween(3, 8);
        assertThat(facts)
                .extracting(fact -> messages.getMessage(fact.label(), null, Locale.ENGLISH))
                .doesNotContainNull();
    }

    @Test
    void tellsADriverWhereAndWhatAndWhen() {
        assertThat(waybill.facts("package_delivery", Examples.packageDelivery(Counter.TODAY), Counter.NAIRA))
                .extracting(Fact::value)
                .containsExactly(
                        "Musa Bello, 4 Aminu Kano Crescent, Wuse 2, Abuja",
                        "+234 805 555 0199",
                        "Amara Okafor, 12 Marina, Lagos",
                        "2 parcels, 14 kg billable",
                        "Books; Glass lamp (fragile)",
                        "Nov 24, 2026, 09:00 to 12:00",
                        "Nov 26, 2026, until 17:00",
                        "NGN\u00a0205,000.00");
    }

    @Test
    void tellsADockWhatComes() {
        assertThat(waybill.facts("supply_chain", Examples.supplyChain(Counter.TODAY), Counter.NAIRA))
                .extracting(Fact::value)
                .containsExactly(
                        "Goods from a supplier: FCA",
                        "Kano Rice Mills, 18 Club Road, Kano",
                        "+234 802 555 0117",
                        "Rice, 50 kg (RICE-50): 120 bags; Groundnut oil: 1.5 t",
                        "Ikeja store, 27 Allen Avenue, Ikeja",
                        "Nov 27, 2026",
                        "Dec 2, 2026",
                        "No special one");
    }

    @Test
    void tellsCountersWhatTheBooksExpect() {
        assertThat(waybill.facts("inventory_tracking", Examples.inventoryTracking(Counter.TODAY), Counter.NAIRA))
                .extracting(Fact::value)
                .containsExactly(
                        "A part, as we do every few weeks",
                        "Ikeja store, 27 Allen Avenue, Ikeja (Aisles 4 to 6)",
                        "Nov 25, 2026, from 07:00",
                        "RICE-50 Rice, 50 kg: 96; OIL-5 Groundnut oil, 5 l: 240",
                        "40",
                        "Count again, then tell us",
                        "Goods come and go");
    }

    @Test
    void tellsPlannersHowFullTheDayIs() {
        assertThat(waybill.facts("route_optimization", Examples.routeOptimization(Counter.TODAY), Counter.NAIRA))
                .extracting(Fact::value)
                .containsExactly(
                        "Nov 24, 2026, 08:00 to 17:00",
                        "27 Allen Avenue, Ikeja",
                        "3, 2 of them at fixed hours",
                        "565 of 860 that the vehicles carry",
                        "Kilograms",
                        "Van 1 (800); Motorcycle (60)");
    }
}
