package com.gmservices.logistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.logistics.PackageDelivery.Hazard;
import com.gmservices.logistics.PackageDelivery.Parcel;
import com.gmservices.requests.RequestRefused.Unfit;
import com.gmservices.requests.line.Counter;
import com.gmservices.tenancy.Refusal.FieldError;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.MessageSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Parcels: what cannot be carried as it is, and what a driver should know. */
@SpringBootTest
class ParcelCounterTests {

    private static final LocalDate TOMORROW = Counter.TODAY.plusDays(1);
    private static final Window PICK_UP = new Window(TOMORROW, LocalTime.of(9, 0), LocalTime.of(12, 0));

    @Autowired
    LogisticsLine line;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MessageSource messages;

    @Autowired
    Clock clock;

    Looks looks;

    @BeforeEach
    void openCounter() {
        looks = new Looks(line, new Counter(line, transactions), messages);
    }

    @Test
    void takesTheExampleAsItStands() {
        assertThat(looks.remarks(Examples.packageDelivery(Counter.TODAY))).isEmpty();
    }

    @Test
    void aNumberWithoutItsCountryIsReadInTheSites() {
        assertThat(looks.in("NG").remarks(from(ada("0803 555 0142", null)))).isEmpty();
        looks.in("US")
                .assertTold(
                        from(ada("0803 555 0142", null)),
                        "sender/phone",
                        "There is no such phone number. Check its digits, and begin with + and the country if it is"
                                + " abroad.");
        looks.assertTold(
                from(ada("0803 555 0142", null)),
                "sender/phone",
                "Begin the number with + and the country, for example +234 803 555 0142.");
    }

    @Test
    void aNumberIsReadInTheCountryOfItsAddressFirst() {
        assertThat(looks.in("GH").remarks(valued(from(ada("0803 555 0142", "Nigeria")))))
                .containsExactly("It goes from Nigeria to Ghana: customs papers are needed.");
    }

    @Test
    void aNumberExists() {
        looks.assertTold(
                to(new Party("Ben", "+234 123 456 7890", "4 Broad Street", "Lagos", null, null)),
                "recipient/phone",
                "There is no such phone number. Check its digits, and begin with + and the country if it is abroad.");
    }

    @Test
    void nothingGoesToWhereItIs() {
        looks.assertTold(
                to(new Party("Ben", "+234 805 555 0199", "12, marina", "LAGOS", null, null)),
                "recipient/street",
                "Both addresses are the same. Check where it goes.");
    }

    @Test
    void dangerousGoodsAreRefusedByName() {
        looks.assertTold(
                delivery(List.of(books()), List.of(Hazard.GAS, Hazard.LOOSE_BATTERIES), PICK_UP, null),
                "dangerous_contents",
                "We do not carry dangerous goods: Gas cylinders, aerosols, lighters; Lithium batteries without their"
                        + " device. Take them out, or ask us who may carry them.");
    }

    @ParameterizedTest
    @CsvSource({
        "Two boxes of Fireworks, Fireworks",
        "petrol for the generator, petrol",
        "BUTANE, BUTANE",
        "a gas cylinder (empty), gas cylinder"
    })
    void dangerousContentsAreRefusedInTheCustomersOwnWord(String contents, String word) {
        looks.assertTold(
                with(parcel(contents, "2", null)),
                "parcels/0/contents",
                "We do not carry this: %s is dangerous on the way. Take it out. If it is something else, say it in other words."
                        .formatted(word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bulletin board", "Petroleum jelly", "Gas cooker", "Explosiveness: a novel"})
    void wordsThatOnlySoundAlikeAreNot(String contents) {
        assertThat(looks.remarks(with(parcel(contents, "2", null)))).isEmpty();
    }

    @Test
    void aLargeLightParcelIsBilledByItsSizeAndSaysSo() {
        looks.assertRemarked(
                with(ScalesTests.parcel("3", "40", "30", "30")),
                "Parcel 1 is large for its weight: 7.5 kg are billed, it weighs 3 kg.");
    }

    @Test
    void aHeavyParcelSaysSo() {
        assertThat(looks.remarks(with(parcel("Engine block", "30", null)))).isEmpty();
        looks.assertRemarked(
                with(parcel("Engine block", "30.5", null)), "Parcel 1 weighs 30.5 kg: two people, or a tail lift.");
    }

    @Test
    void whatCrossesABorderHasAValue() {
        PackageDelivery abroad = to(new Party("Esi", "+233 24 123 4567", "1 Oxford Street", "Accra", null, "Ghana"));

        looks.in("NG")
                .assertTold(
                        abroad,
                        "parcels/0/declared_value",
                        "The parcel crosses a border: tell us its value, customs will ask.");
        looks.in("NG").assertRemarked(valued(abroad), "It goes from Nigeria to Ghana: customs papers are needed.");
    }

    @Test
    void noBorderIsGuessedWhereNobodyHasNamedACountry() {
        assertThat(looks.remarks(to(new Party("Esi", "+233 24 123 4567", "1 Oxford Street", "Accra", null, "Ghana"))))
                .isEmpty();
    }

    @Test
    void aValueHasTheDecimalsOfTheCurrency() {
        looks.assertTold(
                with(parcel("Books", "2", "99.995")),
                "parcels/0/declared_value",
                "NGN has 2 decimals. Shorten the value.");
        assertThat(looks.remarks(with(parcel("Books", "2", "99.95")))).isEmpty();
    }

    @Test
    void aPickUpLiesAheadButNotTooFar() {
        looks.assertTold(
                at(new Window(Counter.TODAY.minusDays(1), null, null)),
                "pick_up/on",
                "This day is over. Choose November 23, 2026 or later.");
        looks.assertTold(
                at(new Window(Counter.TODAY.plusDays(366), null, null)),
                "pick_up/on",
                "This day is too far ahead. Choose November 23, 2027 or earlier.");
    }

    @Test
    void aWindowEndsAfterItBegins() {
        looks.assertTold(
                at(new Window(TOMORROW, LocalTime.NOON, LocalTime.NOON)),
                "pick_up/until",
                "The end must be later than the beginning.");
        looks.assertTold(
                arriving(new Window(TOMORROW.plusDays(1), LocalTime.NOON, LocalTime.of(9, 0))),
                "delivery/until",
                "The end must be later than the beginning.");
    }

    @Test
    void aWindowOfTodayIsNotOver() {
        LocalDate today = LocalDateTime.ofInstant(clock.instant(), ZoneId.of("Africa/Lagos"))
                .toLocalDate();

        looks.on(today)
                .assertTold(
                        at(new Window(today, null, LocalTime.MIDNIGHT)),
                        "pick_up/until",
                        "This time has passed. Choose a later one, or another day.");
    }

    @Test
    void nothingArrivesBeforeItIsPickedUp() {
        String sentence = "It cannot arrive before it is picked up. Choose a later day or hour.";

        looks.assertTold(arriving(new Window(Counter.TODAY, null, null)), "delivery/on", sentence);
        looks.assertTold(arriving(new Window(TOMORROW, null, LocalTime.of(9, 0))), "delivery/on", sentence);
        assertThat(looks.remarks(arriving(new Window(TOMORROW, null, LocalTime.of(11, 0)))))
                .isEmpty();
    }

    @Test
    void aDayOnWhichTheSiteIsClosedIsRemarked() {
        looks.assertRemarked(
                at(new Window(LocalDate.of(2026, 11, 29), null, null)),
                "Marina is usually closed on November 29, 2026. Agree on the day.");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        var wrong = new PackageDelivery(
                ada("0803 555 0142", null),
                new Party("Ben", "+234 1", "12 Marina", "Lagos", null, null),
                List.of(books(), parcel("Dynamite", "2", "1.001")),
                List.of(Hazard.EXPLOSIVE),
                new Window(Counter.TODAY.minusDays(1), null, null),
                null);

        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> looks.remarks(wrong))
                .satisfies(unfit -> assertThat(unfit.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly(
                                "/details/sender/phone",
                                "/details/recipient/phone",
                                "/details/recipient/street",
                                "/details/dangerous_contents",
                                "/details/parcels/1/contents",
                                "/details/parcels/1/declared_value",
                                "/details/pick_up/on"));
    }

    private static Party ada(String phone, @Nullable String country) {
        return new Party("Ada", phone, "12 Marina", "Lagos", null, country);
    }

    private static Party ben() {
        return new Party("Ben", "+234 805 555 0199", "4 Broad Street", "Lagos", null, null);
    }

    private static PackageDelivery from(Party sender) {
        return new PackageDelivery(sender, ben(), List.of(books()), List.of(), PICK_UP, null);
    }

    private static PackageDelivery to(Party recipient) {
        return new PackageDelivery(
                ada("+234 803 555 0142", null), recipient, List.of(books()), List.of(), PICK_UP, null);
    }

    private static PackageDelivery with(Parcel parcel) {
        return delivery(List.of(parcel), List.of(), PICK_UP, null);
    }

    private static PackageDelivery at(Window pickUp) {
        return delivery(List.of(books()), List.of(), pickUp, null);
    }

    private static PackageDelivery arriving(Window delivery) {
        return delivery(List.of(books()), List.of(), PICK_UP, delivery);
    }

    private static PackageDelivery valued(PackageDelivery delivery) {
        return new PackageDelivery(
                delivery.sender(),
                delivery.recipient(),
                List.of(parcel("Books", "2", "15000")),
                List.of(),
                PICK_UP,
                null);
    }

    private static PackageDelivery delivery(
            List<Parcel> parcels, List<Hazard> hazards, Window pickUp, @Nullable Window delivery) {
        return new PackageDelivery(ada("+234 803 555 0142", null), ben(), parcels, hazards, pickUp, delivery);
    }

    private static Parcel books() {
        return parcel("Books", "2", null);
    }

    private static Parcel parcel(String contents, String kilograms, @Nullable String value) {
        return new Parcel(
                contents,
                new BigDecimal(kilograms),
                BigDecimal.TEN,
                BigDecimal.TEN,
                BigDecimal.TEN,
                null,
                value == null ? null : new BigDecimal(value));
    }
}
