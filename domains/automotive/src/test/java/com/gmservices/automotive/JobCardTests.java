package com.gmservices.automotive;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.requests.ServiceLine.Fact;
import com.gmservices.requests.ServiceType;
import com.gmservices.requests.line.Counter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JobCardTests {

    private final JobCard card = new JobCard(MessagesTests.MESSAGES.source());

    @ParameterizedTest
    @MethodSource("com.gmservices.automotive.DetailsTests#types")
    void hasThreeToEightFactsWithALabelEach(ServiceType type) {
        List<Fact> facts = card.facts(type.code(), (Job) type.example().apply(Counter.TODAY));

        assertThat(facts).hasSizeBetween(3, 8);
        assertThat(facts)
                .extracting(fact -> MessagesTests.MESSAGES.source().getMessage(fact.label(), null, Locale.ENGLISH))
                .doesNotContainNull();
    }

    @Test
    void tellsARepairInTheFieldsTerms() {
        assertThat(card.facts("maintenance_repair", Examples.maintenanceRepair(Counter.TODAY)))
                .extracting(Fact::value)
                .containsExactly(
                        "Grinding noise from the front left wheel when braking, worse in the morning. (A few days)",
                        "2003 Honda Accord",
                        "KJA-482-FD (Lagos)",
                        "1HGCM82633A004352",
                        "184,200 km",
                        "Yes, with care",
                        "ABS",
                        "I drop it off");
    }

    @Test
    void tellsACallInTheOrderInWhichHelpIsSent() {
        assertThat(card.facts("roadside_assistance", Examples.roadsideAssistance(Counter.TODAY)))
                .extracting(Fact::value)
                .startsWith(
                        "Broken down, needs a tow: The engine stopped while driving and does not turn over.",
                        "Yes, away from traffic",
                        "Third Mainland Bridge, towards the island, just after the Adeniji exit, Lagos",
                        "+234 803 555 0142",
                        "silver Honda Accord KJA-482-FD");
    }

    @Test
    void tellsPartsByNumberAndName() {
        assertThat(card.facts("parts_installation", Examples.partsInstallation(Counter.TODAY)))
                .extracting(Fact::value)
                .contains("1 × Front brake pads, set (45022-S84-A02), 2 × Front brake discs");
    }
}
