package com.gmservices.technology;

import static com.gmservices.requests.line.Counter.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.requests.RequestRefused.Unfit;
import com.gmservices.requests.ServiceLine.Remark;
import com.gmservices.requests.ServiceType;
import com.gmservices.requests.line.Counter;
import com.gmservices.technology.HardwareProcurement.Handover;
import com.gmservices.technology.HardwareProcurement.Installation;
import com.gmservices.technology.HardwareProcurement.Item;
import com.gmservices.technology.ItConsulting.Meeting;
import com.gmservices.technology.SoftwareDevelopment.ExistingSystem;
import com.gmservices.technology.SoftwareDevelopment.ExistingSystem.SourceCode;
import com.gmservices.technology.SoftwareDevelopment.Platform;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Refusal.FieldError;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.MessageSource;

@SpringBootTest
class SalesEngineerTests {

    private static final MemberId ADA = MemberId.next();
    private static final Premises OFFICE = new Premises("12 Marina", "Lagos", null);

    @Autowired
    Firm firm;

    @Autowired
    MessageSource messages;

    Counter counter;

    @BeforeEach
    void openFirm() {
        counter = firm.open("NGN");
    }

    @ParameterizedTest
    @MethodSource("com.gmservices.technology.Firm#types")
    void takesEveryExampleAsItStands(ServiceType type) {
        assertThat(look(type.example().apply(TODAY))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = SoftwareDevelopment.Kind.class,
            names = {"EXTENSION", "REPLACEMENT", "CONNECTION"})
    void whatIsChangedIsNamed(SoftwareDevelopment.Kind kind) {
        assertTold(
                project(kind, null, null, null),
                "/details/existing_system",
                "Tell us what you have today, so that we can build on it.");
    }

    @Test
    void nobodyExtendsWhatOnlyItsMakerCanRead() {
        var shop = new ExistingSystem("A shop that somebody made in 2019", SourceCode.MAKER_HAS_IT);

        assertRemarked(
                project(SoftwareDevelopment.Kind.EXTENSION, shop, null, null),
                "Nobody here may have the source code. Get it, or plan for building anew, before you quote.");
        assertThat(look(project(SoftwareDevelopment.Kind.REPLACEMENT, shop, null, null)))
                .isEmpty();
    }

    @Test
    void aBudgetDoesNotRunBackwards() {
        var budget = new Budget(BigDecimal.valueOf(500), BigDecimal.valueOf(400));
        var sentence = "This is less than what you start from. Swap the two amounts, or leave the first one empty.";

        assertTold(
                project(SoftwareDevelopment.Kind.SOMETHING_NEW, null, budget, null), "/details/budget/up_to", sentence);
        assertTold(
                purchase(Handover.COLLECTION, null, Installation.NONE, null, budget, laptops()),
                "/details/budget/up_to",
                sentence);
    }

    @Test
    void aBudgetIsOfTheCurrency() {
        var budget = new Budget(null, new BigDecimal("250000.50"));
        var details = project(SoftwareDevelopment.Kind.SOMETHING_NEW, null, budget, null);

        assertThat(look(details)).isEmpty();
        counter = firm.open("JPY");
        assertTold(
                details,
                "/details/budget/up_to",
                "An amount in Japanese Yen does not have that many decimals. Enter a whole amount.");
    }

    @Test
    void deadlinesLieAhead() {
        assertTold(
                project(SoftwareDevelopment.Kind.SOMETHING_NEW, null, null, TODAY.minusDays(1)),
                "/details/deadline",
                "This day is over. Choose November 23, 2026 or later.");
        assertTold(
                project(SoftwareDevelopment.Kind.SOMETHING_NEW, null, null, LocalDate.of(2206, 12, 1)),
                "/details/deadline",
                "This date is more than five years ahead. Check the year.");
    }

    @Test
    void aHastyProjectIsRemarked() {
        assertRemarked(
                project(SoftwareDevelopment.Kind.SOMETHING_NEW, null, null, TODAY.plusDays(13)),
                "Less than two weeks until the deadline. Agree on what can wait before you promise it.");
        assertThat(look(project(SoftwareDevelopment.Kind.SOMETHING_NEW, null, null, TODAY.plusDays(14))))
                .isEmpty();
    }

    @Test
    void dataAboutPeopleAreRemarked() {
        var details = new SoftwareDevelopment(
                SoftwareDevelopment.Kind.SOMETHING_NEW,
                "A clinic books its patients",
                "Booking",
                List.of(Platform.WEB),
                null,
                null,
                null,
                true,
                null,
                null);

        assertRemarked(details, "It will keep data about people. Agree on data protection before work starts.");
    }

    @Test
    void meetingsTakePlaceSomewhere() {
        assertTold(consulting(Meeting.PHONE, null, null), "/details/phone", "Tell us the number that we should call.");
        assertTold(consulting(Meeting.AT_THE_CUSTOMER, null, null), "/details/premises", "Tell us where to come.");
        assertThat(look(consulting(Meeting.PHONE, "0803 555 0142", null))).isEmpty();
        assertThat(look(consulting(Meeting.AT_THE_CUSTOMER, null, OFFICE))).isEmpty();
        assertThat(look(consulting(Meeting.AT_THE_FIRM, null, null))).isEmpty();
    }

    @Test
    void nobodyAnswersYesterday() {
        assertTold(
                consulting(TODAY.minusDays(1)),
                "/details/answer_by",
                "This day is over. Choose November 23, 2026 or later.");
        assertTold(
                consulting(TODAY.plusYears(6)),
                "/details/answer_by",
                "This date is more than five years ahead. Check the year.");
        assertThat(look(consulting(TODAY))).isEmpty();
    }

    @Test
    void daysOnWhichNobodyIsThereAreRemarked() {
        assertRemarked(
                consulting(null, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                "We are closed on Saturday, Sunday. Agree on another day.");
        assertThat(look(consulting(null, DayOfWeek.FRIDAY, DayOfWeek.SATURDAY))).isEmpty();
    }

    @Test
    void secretsWaitForASignature() {
        var details = new ItConsulting(
                ItConsulting.Topic.SECURITY,
                "We were broken into",
                "Never again",
                Meeting.VIDEO,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                true);

        assertRemarked(details, "A confidentiality agreement is to be signed before the first talk.");
    }

    @Test
    void deliveriesGoSomewhere() {
        assertTold(
                purchase(Handover.DELIVERY, null, Installation.NONE, null, null, laptops()),
                "/details/deliver_to",
                "Tell us where to deliver it.");
    }

    @Test
    void nothingIsSetUpOnTheWayHome() {
        assertTold(
                purchase(Handover.COLLECTION, null, Installation.SET_UP, null, null, laptops()),
                "/details/installation",
                "We set things up where we deliver them. Choose delivery, or collect them as they are.");
    }

    @Test
    void theSameItemTwiceIsASlip() {
        assertTold(
                purchase(
                        Handover.COLLECTION,
                        null,
                        Installation.NONE,
                        null,
                        null,
                        laptops(),
                        new Item(1, "laptop", "14 inch, 8 GB"),
                        new Item(2, "LAPTOP", "14 inch, 16 GB")),
                "/details/items/2/name",
                "This item is listed above already. Change the quantity there, or tell us how this one differs.");
    }

    @Test
    void hardwareIsNeededInTime() {
        assertTold(
                purchase(Handover.DELIVERY, OFFICE, Installation.SET_UP, TODAY.minusDays(1), null, laptops()),
                "/details/needed_by",
                "This day is over. Choose November 23, 2026 or later.");
        assertRemarked(
                purchase(Handover.DELIVERY, OFFICE, Installation.SET_UP, TODAY.plusDays(4), null, laptops()),
                "Needed within five days. Check the stock before you promise it.");
        assertThat(look(purchase(Handover.DELIVERY, OFFICE, Installation.SET_UP, TODAY.plusDays(5), null, laptops())))
                .isEmpty();
    }

    @Test
    void whatIsNotSpecifiedIsRemarked() {
        assertRemarked(
                purchase(
                        Handover.COLLECTION,
                        null,
                        Installation.NONE,
                        null,
                        null,
                        laptops(),
                        new Item(1, "Router", null),
                        new Item(4, "Screen", " ")),
                "No specification for Router, Screen. Agree on one before ordering.");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> look(purchase(
                        Handover.DELIVERY,
                        null,
                        Installation.NONE,
                        TODAY.minusDays(1),
                        new Budget(BigDecimal.TEN, BigDecimal.ONE),
                        laptops(),
                        laptops())))
                .satisfies(unfit -> assertThat(unfit.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly(
                                "/details/deliver_to",
                                "/details/items/1/name",
                                "/details/budget/up_to",
                                "/details/needed_by"));
    }

    private void assertTold(Record details, String pointer, String sentence) {
        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> look(details))
                .satisfies(unfit -> assertThat(unfit.errors()).containsExactly(new FieldError(pointer, sentence)));
    }

    private void assertRemarked(Record details, String sentence) {
        assertThat(look(details))
                .extracting(remark ->
                        messages.getMessage(remark.key(), remark.arguments().toArray(), Locale.ENGLISH))
                .containsExactly(sentence);
    }

    private List<Remark> look(Record details) {
        return counter.look(ADA, Firm.typeOf(details), details);
    }

    private static SoftwareDevelopment project(
            SoftwareDevelopment.Kind kind,
            @Nullable ExistingSystem existing,
            @Nullable Budget budget,
            @Nullable LocalDate deadline) {
        return new SoftwareDevelopment(
                kind,
                "A shop sells online",
                "Sell",
                List.of(Platform.WEB),
                existing,
                null,
                null,
                null,
                budget,
                deadline);
    }

    private static ItConsulting consulting(Meeting meeting, @Nullable String phone, @Nullable Premises premises) {
        return new ItConsulting(
                ItConsulting.Topic.NETWORK,
                "Slow",
                "Fast",
                meeting,
                phone,
                premises,
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    private static ItConsulting consulting(@Nullable LocalDate answerBy, DayOfWeek... days) {
        return new ItConsulting(
                ItConsulting.Topic.NETWORK,
                "Slow",
                "Fast",
                Meeting.VIDEO,
                null,
                null,
                List.of(days),
                List.of(),
                answerBy,
                null,
                null);
    }

    private static Item laptops() {
        return new Item(3, "Laptop", "14 inch, 16 GB");
    }

    private static HardwareProcurement purchase(
            Handover handover,
            @Nullable Premises deliverTo,
            Installation installation,
            @Nullable LocalDate neededBy,
            @Nullable Budget budget,
            Item... items) {
        return new HardwareProcurement(List.of(items), null, handover, deliverTo, installation, null, neededBy, budget);
    }
}
