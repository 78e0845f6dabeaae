package com.gmservices.automotive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.automotive.InspectionRegistration.Defect;
import com.gmservices.automotive.InspectionRegistration.Defect.Severity;
import com.gmservices.automotive.InspectionRegistration.Kind;
import com.gmservices.automotive.InspectionRegistration.LastResult;
import com.gmservices.automotive.MaintenanceRepair.Drivable;
import com.gmservices.automotive.MaintenanceRepair.Handover;
import com.gmservices.automotive.MaintenanceRepair.WarningLight;
import com.gmservices.automotive.PartsInstallation.Fitting;
import com.gmservices.automotive.PartsInstallation.Part;
import com.gmservices.automotive.RoadsideAssistance.Problem;
import com.gmservices.automotive.RoadsideAssistance.Safety;
import com.gmservices.requests.RequestRefused.Unfit;
import com.gmservices.requests.ServiceLine.Remark;
import com.gmservices.requests.ServiceType;
import com.gmservices.requests.line.Counter;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Refusal.FieldError;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.MessageSource;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
class ServiceAdvisorTests {

    private static final MemberId ADA = MemberId.next();
    private static final LocalDate TODAY = Counter.TODAY;
    private static final String GOLF = "WVWZZZ1JZ3W386752";

    @Autowired
    AutomotiveLine line;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MessageSource messages;

    Counter counter;

    @BeforeEach
    void openCounter() {
        counter = new Counter(line, transactions);
    }

    @ParameterizedTest
    @MethodSource("com.gmservices.automotive.DetailsTests#types")
    void takesEveryExampleAsItStands(ServiceType type) {
        assertThat(counter.look(ADA, type, type.example().apply(TODAY))).isEmpty();
    }

    @Test
    void northAmericanVinsMustCheck() {
        assertTold(
                repair(car("1HGCM82633A004353", 2003), Handover.WAIT),
                "/details/vehicle/vin",
                "One character of this VIN is wrong or two are swapped. Compare it with the papers, or leave it empty.");
    }

    @Test
    void elsewhereAVinThatDoesNotCheckIsOnlyRemarked() {
        assertRemarked(
                repair(car(GOLF, 2003), Handover.WAIT),
                "VIN WVWZZZ1JZ3W386752 does not pass its check. Outside North America that is common;"
                        + " compare it with the papers before ordering parts.");
    }

    @Test
    void aModelYearThatTheVinDoesNotTellIsRemarked() {
        assertRemarked(
                repair(car("1HGCM82633A004352", 2013), Handover.WAIT),
                "The VIN says model year 2003, the request says 2013.");
    }

    @Test
    void nextYearsModelsAreSoldAndLaterOnesAreNot() {
        assertThat(counter.look(ADA, AutomotiveLine.MAINTENANCE_REPAIR, repair(car(null, 2027), Handover.WAIT)))
                .isEmpty();
        assertTold(
                repair(car(null, 2028), Handover.WAIT),
                "/details/vehicle/year",
                "The model year is at most 2027. Enter the year on the papers.");
    }

    @Test
    void anOdometerCountsSomething() {
        var car = new Vehicle("Audi", "A3", 2016, "B-GM 2016", null, null, 90_000, null, null);

        assertTold(
                repair(car, Handover.WAIT),
                "/details/vehicle/odometer_unit",
                "Say whether the odometer counts kilometres or miles.");
    }

    @Test
    void pickingUpNeedsAPlace() {
        assertTold(
                repair(car(null, 2016), Handover.PICK_UP),
                "/details/whereabouts",
                "Tell us where the car stands, so that we can pick it up.");
    }

    @Test
    void aRedLightIsRemarked() {
        var details = new MaintenanceRepair(
                car(null, 2016), "Oil light is on", null, List.of(WarningLight.OIL), Drivable.YES, Handover.WAIT, null);

        assertRemarked(details, "A light is on that means stop. Better not to drive until we have looked at it.");
    }

    @Test
    void aCarThatCannotBeDrivenDoesNotComeByItself() {
        var details = new MaintenanceRepair(
                car(null, 2016), "Gearbox is gone", null, List.of(), Drivable.NO, Handover.DROP_OFF, null);

        assertRemarked(details, "The car cannot be driven. Arrange how it gets to the garage.");
    }

    @Test
    void nothingIsNeededYesterday() {
        var inspection = inspection(null, TODAY.minusDays(1), null);
        var parts = parts(Fitting.AT_THE_GARAGE, TODAY.minusDays(1), false);

        assertTold(inspection, "/details/needed_by", "This day is over. Choose November 23, 2026 or later.");
        assertTold(parts, "/details/needed_by", "This day is over. Choose November 23, 2026 or later.");
    }

    @Test
    void anExpiryLiesWithinReason() {
        assertTold(
                inspection(TODAY.plusYears(16), null, null),
                "/details/expires_on",
                "This date is too far ahead. Enter the date on the certificate.");
        assertRemarked(
                inspection(TODAY.minusDays(3), null, null),
                "The certificate ran out on November 20, 2026. Check whether the car may be driven to the garage.");
    }

    @Test
    void whoFailedTellsWhy() {
        assertTold(
                inspection(null, null, LastResult.FAILED),
                "/details/previous_defects",
                "Tell us what the last inspection found, so that we can repair it first.");
        assertRemarked(
                inspection(null, null, LastResult.FAILED, new Defect("Brake hose leaks", Severity.DANGEROUS, null)),
                "A dangerous defect from last time is not repaired yet.");
    }

    @Test
    void partsThatTheCustomerBringsAreNotOnlyCollected() {
        assertTold(
                parts(Fitting.PARTS_ONLY, null, true),
                "/details/fitting",
                "You bring every part yourself: let us fit them, or say which part we should get.");
    }

    @Test
    void fittingElsewhereNeedsAPlace() {
        assertTold(
                parts(Fitting.WHERE_THE_CAR_STANDS, null, true),
                "/details/whereabouts",
                "Tell us where the car stands, so that we can come to it.");
    }

    @Test
    void partsAreOrderedByVin() {
        assertRemarked(
                parts(Fitting.AT_THE_GARAGE, null, false), "No VIN given. Check that the parts fit before ordering.");
    }

    @Test
    void aTowGoesSomewhere() {
        assertTold(
                call(Problem.TOW, Safety.SAFE, null, null),
                "/details/tow_destination",
                "Tell us where to tow the car: a garage or an address.");
    }

    @Test
    void fuelIsOfAKind() {
        assertTold(
                call(Problem.OUT_OF_FUEL, Safety.SAFE, null, null),
                "/details/fuel",
                "Tell us which fuel the car needs.");
        assertTold(
                call(Problem.OUT_OF_FUEL, Safety.SAFE, Fuel.ELECTRIC, null),
                "/details/problem",
                "An electric car cannot be filled up at the roadside. Choose a tow to the next charger.");
    }

    @Test
    void dispatchersLearnWhatToBringAndHowFast() {
        assertRemarked(
                call(Problem.FLAT_TYRE, Safety.SAFE, null, false), "No usable spare wheel. Bring one, or a truck.");
        assertRemarked(call(Problem.BATTERY, Safety.IN_TRAFFIC, null, null), "The car blocks a lane. Send help first.");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> look(repair(car("1HGCM82633A004353", 2030), Handover.PICK_UP)))
                .satisfies(unfit -> assertThat(unfit.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/details/vehicle/year", "/details/vehicle/vin", "/details/whereabouts"));
    }

    private void assertTold(Record details, String pointer, String sentence) {
        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> look(details))
                .satisfies(unfit -> assertThat(unfit.errors()).containsExactly(new FieldError(pointer, sentence)));
    }

    private void assertRemarked(Record details, String sentence) {
        assertThat(look(details)).extracting(this::words).containsExactly(sentence);
    }

    private String words(Remark remark) {
        return messages.getMessage(remark.key(), remark.arguments().toArray(), Locale.ENGLISH);
    }

    private List<Remark> look(Record details) {
        ServiceType type = DetailsTests.types()
                .filter(it -> it.details().isInstance(details))
                .findFirst()
                .orElseThrow();
        return counter.look(ADA, type, details);
    }

    private static Vehicle car(@Nullable String vin, int year) {
        return new Vehicle("Audi", "A3", year, "B-GM 2016", "Germany", vin, null, null, Fuel.PETROL);
    }

    private static MaintenanceRepair repair(Vehicle car, Handover handover) {
        return new MaintenanceRepair(car, "Regular service", null, List.of(), Drivable.YES, handover, null);
    }

    private static InspectionRegistration inspection(
            @Nullable LocalDate expiry, @Nullable LocalDate needed, @Nullable LastResult last, Defect... defects) {
        return new InspectionRegistration(
                car(null, 2016), Kind.RENEWAL, expiry, needed, last, List.of(defects), List.of());
    }

    private static PartsInstallation parts(Fitting fitting, @Nullable LocalDate needed, boolean brought) {
        return new PartsInstallation(
                car(null, 2016), List.of(new Part("Wiper blades", null, 2, brought)), null, fitting, needed, null);
    }

    private static RoadsideAssistance call(
            Problem problem, Safety safety, @Nullable Fuel fuel, @Nullable Boolean spare) {
        return new RoadsideAssistance(
                safety,
                problem,
                null,
                new RoadsideAssistance.Place("Lekki-Epe Expressway", null, "Lagos"),
                "0803 555 0142",
                new RoadsideAssistance.Car("KJA-1", "Audi", null, null),
                0,
                null,
                fuel,
                spare);
    }
}
