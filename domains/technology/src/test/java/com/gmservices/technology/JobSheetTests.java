package com.gmservices.technology;

import static com.gmservices.requests.line.Counter.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.requests.Priority;
import com.gmservices.requests.ServiceLine.Fact;
import com.gmservices.requests.ServiceType;
import com.gmservices.requests.line.Counter;
import com.gmservices.technology.HardwareProcurement.Item;
import com.gmservices.technology.ItConsulting.Meeting;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.MessageSource;

@SpringBootTest
class JobSheetTests {

    @Autowired
    Firm firm;

    @Autowired
    TechnologyLine line;

    @Autowired
    MessageSource messages;

    Counter counter;

    @BeforeEach
    void openFirm() {
        counter = firm.open("NGN");
    }

    @ParameterizedTest
    @MethodSource("com.gmservices.technology.Firm#types")
    void hasThreeToEightFactsWithALabelEach(ServiceType type) {
        List<Fact> facts = facts(type.example().apply(TODAY));

        assertThat(facts).hasSizeBetween(3, 8);
        assertThat(facts)
                .extracting(fact -> messages.getMessage(fact.label(), null, Locale.ENGLISH))
                .doesNotContainNull();
    }

    @Test
    void tellsAProject() {
        assertThat(facts(Examples.softwareDevelopment(TODAY)))
                .extracting(Fact::value)
                .containsExactly(
                        "Something instead of what we have: Our 12 drivers write deliveries on paper."
                                + " The office wants to see at once what has arrived.",
                        "Drivers see their deliveries of the day; Recipients sign on the phone;"
                                + " The office sees what is late; Works without a network and catches up later",
                        "Android, In the browser",
                        "Paper slips, typed into a spreadsheet in the evening (We have it, or there is none)",
                        "QuickBooks for the invoices",
                        "NGN\u00a03,000,000.00 to NGN\u00a05,000,000.00",
                        "Mar 23, 2027");
    }

    @Test
    void tellsAConsultantWhomToMeetAndWhen() {
        assertThat(facts(Examples.itConsulting(TODAY)))
                .extracting(Fact::value)
                .endsWith("By video", "Tuesday, Thursday", "Morning", "Dec 23, 2026", "3 people");
        var visit = new ItConsulting(
                ItConsulting.Topic.DATA,
                "Many sheets",
                "One report",
                Meeting.AT_THE_CUSTOMER,
                "0803 555 0142",
                new Premises("12 Marina", "Lagos", null),
                List.of(),
                List.of(),
                null,
                1,
                null);
        assertThat(facts(visit))
                .extracting(Fact::value)
                .containsExactly(
                        "Data and reports",
                        "Many sheets",
                        "One report",
                        "Please come to us: 0803 555 0142, 12 Marina, Lagos",
                        "1 person");
    }

    @Test
    void tellsABuyerWhatToBuy() {
        assertThat(facts(Examples.hardwareProcurement(TODAY)))
                .extracting(Fact::value)
                .containsExactly(
                        "6 × Laptop (14 inch, 16 GB memory, 512 GB SSD, for accounting);"
                                + " 2 × UPS (1500 VA, line interactive)",
                        "New",
                        "Please deliver it: 27 Adeola Odeku Street, Lagos",
                        "Yes, ready to work",
                        "Three years",
                        "Dec 14, 2026",
                        "up to NGN\u00a09,500,000.00");
    }

    @Test
    void aLongListIsToldAtAGlance() {
        var example = Examples.hardwareProcurement(TODAY);
        List<Item> items = IntStream.rangeClosed(1, 7)
                .mapToObj(number -> new Item(number, "Cable " + number, null))
                .collect(Collectors.toList());
        var many = new HardwareProcurement(
                items, null, example.handover(), example.deliverTo(), example.installation(), null, null, null);

        assertThat(facts(many).getFirst().value())
                .isEqualTo("1 × Cable 1; 2 × Cable 2; 3 × Cable 3; 4 × Cable 4; 5 × Cable 5; and 2 more");
    }

    @Test
    void tellsATicketByItsPriority() {
        assertThat(facts(Examples.systemMaintenance(TODAY)))
                .extracting(Fact::value)
                .containsExactly(
                        "3, moderate",
                        "Accounting server",
                        "Something is to be done: Install the database's security update and swap the disk that"
                                + " reports errors.",
                        "A team or a place: 9 people",
                        "A little, there is a way around it",
                        "Nov 28, 2026, 10:00\u202fPM to Nov 29, 2026, 2:00\u202fAM",
                        "Where it stands: 27 Adeola Odeku Street, Lagos");
    }

    @ParameterizedTest
    @MethodSource("com.gmservices.technology.Firm#types")
    void onlyTicketsTellTheirPriority(ServiceType type) {
        Record example = type.example().apply(TODAY);
        var critical = new SystemMaintenance(
                SystemMaintenance.Kind.INCIDENT,
                "Tills",
                "All dark",
                SystemMaintenance.Impact.HIGH,
                null,
                SystemMaintenance.Urgency.HIGH,
                SystemMaintenance.Access.ARRANGED,
                null,
                null,
                null);

        assertThat(line.priority(type.code(), example)).isEqualTo(Priority.NORMAL);
        assertThat(line.priority("system_maintenance", critical)).isEqualTo(Priority.URGENT);
    }

    private List<Fact> facts(Record details) {
        return counter.inside(() -> line.card(Firm.typeOf(details).code(), details));
    }
}
