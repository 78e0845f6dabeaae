package com.gmservices.automotive;

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
                AutomotiveLine.MAINTENANCE_REPAIR,
                AutomotiveLine.INSPECTION_REGISTRATION,
                AutomotiveLine.PARTS_INSTALLATION,
                AutomotiveLine.ROADSIDE_ASSISTANCE);
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
            /vehicle               | null      | Tell us which car it is.
            /vehicle/make          | ' '       | Enter the make, for example Toyota.
            /vehicle/make          | x*41      | Use at most 40 characters.
            /vehicle/model         | ''        | Enter the model, for example Corolla.
            /vehicle/model         | x*61      | Use at most 60 characters.
            /vehicle/year          | null      | Enter the model year with four digits, for example 2018.
            /vehicle/year          | 18        | Enter the model year with four digits, for example 2018.
            /vehicle/year          | 20180     | Enter the model year with four digits, for example 2018.
            /vehicle/plate         | null      | Enter the number plate.
            /vehicle/plate         | KJA/482   | A number plate has at most 15 letters, digits, blanks, dots and hyphens.
            /vehicle/plate         | x*16      | A number plate has at most 15 letters, digits, blanks, dots and hyphens.
            /vehicle/registered_in | x*61      | Use at most 60 characters.
            /vehicle/vin           | 1HGCM826  | A VIN has 17 characters. Count them again, or leave it empty.
            /vehicle/vin           | 1HGCM82633AOO4352 | A VIN has only letters and digits. The letters I, O and Q never stand in a VIN: look for a 1 or a 0.
            /vehicle/odometer      | -1        | Enter what the dashboard shows, digits only, from 0 to 2,000,000.
            /vehicle/odometer      | 2000001   | Enter what the dashboard shows, digits only, from 0 to 2,000,000.
            /vehicle/odometer      | far       | Enter a whole number, digits only.
            /vehicle/odometer_unit | furlongs  | Choose one of the answers that are offered.
            /vehicle/fuel          | steam     | Choose one of the answers that are offered.
            /vehicle/year          | new       | Enter a whole number, digits only.
            /since                 | ages      | Choose one of the answers that are offered.
            /drivable              | maybe     | Choose one of the answers that are offered.
            /handover              | by post   | Choose one of the answers that are offered.
            /warning_lights/0      | red       | Choose only among the answers that are offered.
            /concern               | ''        | Tell us what we should look at.
            /concern               | x*2001    | Use at most 2000 characters.
            /drivable              | null      | Choose whether the car can be driven.
            /handover              | null      | Choose how the car comes to us.
            /whereabouts/street    | ''        | Enter the street and number where the car stands.
            /whereabouts/street    | x*161     | Use at most 160 characters.
            /whereabouts/town      | null      | Enter the town.
            /whereabouts/town      | x*81      | Use at most 80 characters.
            /whereabouts/directions| x*301     | Use at most 300 characters.
            """)
    void ofMaintenanceAndRepair(String pointer, String wrong, String message) {
        WrongValues wrongly = wrong(AutomotiveLine.MAINTENANCE_REPAIR);
        wrongly.details().putObject("whereabouts").put("street", "12 Marina").put("town", "Lagos");

        assertThat(wrongly.told(pointer, wrong)).isEqualTo(Map.of("/details" + pointer, message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /vehicle                     | null   | Tell us which car it is.
            /kind                        | null   | Choose what you need.
            /kind                        | party  | Choose one of the answers that are offered.
            /expires_on                  | soon   | Enter a day that there is, as year-month-day: 2026-12-24.
            /needed_by                   | 2026-02-30 | Enter a day that there is, as year-month-day: 2026-12-24.
            /last_result                 | good   | Choose one of the answers that are offered.
            /papers/0                    | ticket | Choose only among the answers that are offered.
            /previous_defects/0/severity | bad    | Choose one of the answers that are offered.
            /previous_defects/0/repaired | kind of| Choose yes or no.
            /previous_defects/0/defect   | ''     | Enter what was found.
            /previous_defects/0/defect   | x*201  | Use at most 200 characters.
            /previous_defects            | rows*21| Enter at most 20.
            """)
    void ofInspectionAndRegistration(String pointer, String wrong, String message) {
        assertThat(wrong(AutomotiveLine.INSPECTION_REGISTRATION).told(pointer, wrong))
                .isEqualTo(Map.of("/details" + pointer, message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /vehicle             | null    | Tell us which car it is.
            /parts               | null    | Enter at least one part.
            /parts               | rows*21 | Enter at most 20.
            /parts/0/name        | ' '     | Enter the name of the part.
            /parts/1/name        | x*121   | Use at most 120 characters.
            /parts/0/part_number | 12#7    | A part number has at most 40 letters, digits, blanks, dots, slashes and hyphens.
            /parts/0/quantity    | null    | Enter how many, from 1 to 100.
            /parts/0/quantity    | 0       | Enter how many, from 1 to 100.
            /parts/1/quantity    | 101     | Enter how many, from 1 to 100.
            /parts/0/quantity    | many    | Enter a whole number, digits only.
            /parts/0/supplied_by_customer | yes | Choose yes or no.
            /quality             | best    | Choose one of the answers that are offered.
            /needed_by           | soon    | Enter a day that there is, as year-month-day: 2026-12-24.
            /fitting             | null    | Choose what we should do with the parts.
            /whereabouts/street  | ''      | Enter the street and number where the car stands.
            /whereabouts/town    | ''      | Enter the town.
            """)
    void ofPartsAndInstallation(String pointer, String wrong, String message) {
        WrongValues wrongly = wrong(AutomotiveLine.PARTS_INSTALLATION);
        wrongly.details().putObject("whereabouts").put("street", "12 Marina").put("town", "Lagos");

        assertThat(wrongly.told(pointer, wrong)).isEqualTo(Map.of("/details" + pointer, message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /safety            | null   | Tell us whether you are safe.
            /problem           | null   | Choose what happened.
            /safety            | no     | Choose one of the answers that are offered.
            /problem           | smoke  | Choose one of the answers that are offered.
            /fuel              | steam  | Choose one of the answers that are offered.
            /spare_wheel       | flat   | Choose yes or no.
            /passengers        | some   | Enter a whole number, digits only.
            /description       | x*1001 | Use at most 1000 characters.
            /place             | null   | Tell us where you are.
            /place/road        | ''     | Enter the road or address where you are.
            /place/road        | x*201  | Use at most 200 characters.
            /place/landmark    | x*201  | Use at most 200 characters.
            /place/town        | ''     | Enter the town.
            /place/town        | x*81   | Use at most 80 characters.
            /phone             | ''     | Enter a phone number with at least 6 digits, for example +234 803 555 0142.
            /phone             | call me| Enter a phone number with at least 6 digits, for example +234 803 555 0142.
            /vehicle           | null   | Tell us which car it is.
            /vehicle/plate     | ''     | Enter the number plate.
            /vehicle/plate     | KJA*482| A number plate has at most 15 letters, digits, blanks, dots and hyphens.
            /vehicle/make      | ''     | Enter the make, for example Toyota.
            /vehicle/make      | x*41   | Use at most 40 characters.
            /vehicle/model     | x*61   | Use at most 60 characters.
            /vehicle/colour    | x*31   | Use at most 30 characters.
            /passengers        | null   | Enter how many people are with you, from 0 to 80.
            /passengers        | -1     | Enter how many people are with you, from 0 to 80.
            /passengers        | 81     | Enter how many people are with you, from 0 to 80.
            /tow_destination   | x*201  | Use at most 200 characters.
            """)
    void ofRoadsideAssistance(String pointer, String wrong, String message) {
        assertThat(wrong(AutomotiveLine.ROADSIDE_ASSISTANCE).told(pointer, wrong))
                .isEqualTo(Map.of("/details" + pointer, message));
    }

    @Test
    void whatIsTypedOnAPhoneIsSpelledAsInTheBooks() {
        ObjectNode details = wrong(AutomotiveLine.MAINTENANCE_REPAIR).details();
        ((ObjectNode) details.get("vehicle"))
                .put("vin", "1hgcm826 33a-004352")
                .put("plate", " kja-482-fd ")
                .put("registered_in", "  ");

        Vehicle vehicle = ((MaintenanceRepair) desk.read(AutomotiveLine.MAINTENANCE_REPAIR, details)).vehicle();

        assertThat(vehicle.vin()).isEqualTo("1HGCM82633A004352");
        assertThat(vehicle.plate()).isEqualTo("KJA-482-FD");
        assertThat(vehicle.registeredIn()).isNull();
    }

    private WrongValues wrong(ServiceType type) {
        return WrongValues.of(desk, type);
    }
}
