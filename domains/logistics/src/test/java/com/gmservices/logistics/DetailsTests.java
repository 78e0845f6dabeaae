package com.gmservices.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.requests.ServiceType;
import com.gmservices.requests.details.DetailsDesk;
import com.gmservices.requests.line.Counter;
import com.gmservices.requests.line.WrongValues;
import java.math.BigDecimal;
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
                LogisticsLine.PACKAGE_DELIVERY,
                LogisticsLine.SUPPLY_CHAIN,
                LogisticsLine.INVENTORY_TRACKING,
                LogisticsLine.ROUTE_OPTIMIZATION);
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
            /sender                   | null      | Tell us who sends it, and from where.
            /sender/name              | ' '       | Enter the name of a person or business.
            /sender/name              | x*101     | Use at most 100 characters.
            /sender/phone             | null      | Enter a phone number with at least 6 digits, for example +234 803 555 0142.
            /sender/phone             | call me   | Enter a phone number with at least 6 digits, for example +234 803 555 0142.
            /sender/phone             | +12       | Enter a phone number with at least 6 digits, for example +234 803 555 0142.
            /sender/street            | ''        | Enter the street and number.
            /sender/street            | x*161     | Use at most 160 characters.
            /sender/town              | null      | Enter the town.
            /sender/town              | x*81      | Use at most 80 characters.
            /sender/directions        | x*301     | Use at most 300 characters.
            /sender/country           | Atlantis  | We do not know this country. Enter its English name or its two letters, for example Ghana or GH.
            /recipient                | null      | Tell us who gets it, and where.
            /recipient/name           | null      | Enter the name of a person or business.
            /recipient/phone          | ''        | Enter a phone number with at least 6 digits, for example +234 803 555 0142.
            /recipient/street         | ' '       | Enter the street and number.
            /recipient/town           | ''        | Enter the town.
            /recipient/directions     | x*301     | Use at most 300 characters.
            /recipient/country        | ZZ        | We do not know this country. Enter its English name or its two letters, for example Ghana or GH.
            /parcels                  | null      | Enter at least one parcel.
            /parcels                  | rows*21   | Enter at most 20.
            /parcels/0/contents       | ''        | Enter what is in the parcel.
            /parcels/1/contents       | x*121     | Use at most 120 characters.
            /parcels/0/weight         | null      | Enter the weight in kg, from 0.01 to 1,000.
            /parcels/0/weight         | 0         | Enter the weight in kg, from 0.01 to 1,000.
            /parcels/0/weight         | 1000.1    | Enter the weight in kg, from 0.01 to 1,000.
            /parcels/0/weight         | light     | Enter a number such as 12 or 12.5.
            /parcels/0/length         | null      | Enter the length of this side in cm, from 1 to 400.
            /parcels/0/length         | 0.9       | Enter the length of this side in cm, from 1 to 400.
            /parcels/0/width          | 401       | Enter the length of this side in cm, from 1 to 400.
            /parcels/0/width          | wide      | Enter a number such as 12 or 12.5.
            /parcels/1/height         | -3        | Enter the length of this side in cm, from 1 to 400.
            /parcels/1/fragile        | very      | Choose yes or no.
            /parcels/1/declared_value | -1        | Enter a value from 0 to 1,000,000,000.
            /parcels/1/declared_value | 1000000001| Enter a value from 0 to 1,000,000,000.
            /parcels/1/declared_value | dear      | Enter a number such as 12 or 12.5.
            /dangerous_contents/0     | dragons   | Choose only among the answers that are offered.
            /pick_up                  | null      | Tell us when we may pick it up.
            /pick_up/on               | null      | Choose a day.
            /pick_up/on               | soon      | Enter a day that there is, as year-month-day: 2026-12-24.
            /pick_up/from             | noon      | Enter a time from 00:00 to 23:59, such as 14:30.
            /pick_up/until            | 25:00     | Enter a time from 00:00 to 23:59, such as 14:30.
            /delivery/on              | null      | Choose a day.
            /delivery/on              | 2026-02-30| Enter a day that there is, as year-month-day: 2026-12-24.
            /delivery/from            | early     | Enter a time from 00:00 to 23:59, such as 14:30.
            /delivery/until           | late      | Enter a time from 00:00 to 23:59, such as 14:30.
            """)
    void ofPackageDelivery(String pointer, String wrong, String message) {
        WrongValues wrongly = wrong(LogisticsLine.PACKAGE_DELIVERY);
        if (pointer.startsWith("/dangerous_contents")) {
            wrongly.details().putArray("dangerous_contents").add("gas");
        }

        assertThat(wrongly.told(pointer, wrong)).isEqualTo(Map.of("/details" + pointer, message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /movement            | null    | Choose what it is.
            /movement            | sideways| Choose one of the answers that are offered.
            /supplier            | null    | Tell us where the goods are.
            /supplier/name       | ''      | Enter the name of a person or business.
            /supplier/phone      | null    | Enter a phone number with at least 6 digits, for example +234 803 555 0142.
            /supplier/street     | ''      | Enter the street and number.
            /supplier/town       | ''      | Enter the town.
            /supplier/directions | x*301   | Use at most 300 characters.
            /supplier/country    | Narnia  | We do not know this country. Enter its English name or its two letters, for example Ghana or GH.
            /items               | null    | Enter at least one item.
            /items               | rows*21 | Enter at most 20.
            /items/0/name        | ' '     | Enter the name of the item.
            /items/0/name        | x*121   | Use at most 120 characters.
            /items/0/sku         | RICE#50 | A SKU has at most 40 letters, digits, blanks, dots, slashes, hyphens and underscores.
            /items/0/sku         | x*41    | A SKU has at most 40 letters, digits, blanks, dots, slashes, hyphens and underscores.
            /items/0/quantity    | null    | Enter how much, from 0.001 to 1,000,000.
            /items/0/quantity    | 0       | Enter how much, from 0.001 to 1,000,000.
            /items/0/quantity    | 1000001 | Enter how much, from 0.001 to 1,000,000.
            /items/0/quantity    | plenty  | Enter a number such as 12 or 12.5.
            /items/1/unit        | null    | Choose what it is counted in.
            /items/1/unit        | heaps   | Choose one of the answers that are offered.
            /ready_on            | null    | Choose the day on which the goods are ready.
            /ready_on            | soon    | Enter a day that there is, as year-month-day: 2026-12-24.
            /destination         | null    | Tell us where the goods go.
            /destination/name    | ''      | Enter the name of the place.
            /destination/name    | x*101   | Use at most 100 characters.
            /destination/street  | null    | Enter the street and number.
            /destination/street  | x*161   | Use at most 160 characters.
            /destination/town    | ''      | Enter the town.
            /destination/town    | x*81    | Use at most 80 characters.
            /destination/country | Narnia  | We do not know this country. Enter its English name or its two letters, for example Ghana or GH.
            /needed_by           | then    | Enter a day that there is, as year-month-day: 2026-12-24.
            /temperature         | hot     | Choose one of the answers that are offered.
            /incoterm            | DDU     | Choose one of the answers that are offered.
            """)
    void ofSupplyChain(String pointer, String wrong, String message) {
        assertThat(wrong(LogisticsLine.SUPPLY_CHAIN).told(pointer, wrong))
                .isEqualTo(Map.of("/details" + pointer, message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /kind             | null    | Choose what we should count.
            /kind             | some    | Choose one of the answers that are offered.
            /store            | null    | Tell us where we should count.
            /store/name       | ''      | Enter the name of the place.
            /store/name       | x*101   | Use at most 100 characters.
            /store/street     | ' '     | Enter the street and number.
            /store/street     | x*161   | Use at most 160 characters.
            /store/town       | null    | Enter the town.
            /store/town       | x*81    | Use at most 80 characters.
            /store/area       | x*121   | Use at most 120 characters.
            /items            | rows*21 | Enter at most 20.
            /items/0/sku      | null    | Enter the SKU or article number.
            /items/0/sku      | -50     | A SKU has at most 40 letters, digits, blanks, dots, slashes, hyphens and underscores.
            /items/0/name     | x*121   | Use at most 120 characters.
            /items/0/expected | -1      | Enter how many there should be, from 0 to 10,000,000.
            /items/0/expected | 10000001| Enter how many there should be, from 0 to 10,000,000.
            /items/0/expected | many    | Enter a number such as 12 or 12.5.
            /different_items  | 0       | Enter how many different items there are, from 1 to 1,000,000.
            /different_items  | 1000001 | Enter how many different items there are, from 1 to 1,000,000.
            /different_items  | lots    | Enter a whole number, digits only.
            /on               | null    | Choose a day.
            /on               | soon    | Enter a day that there is, as year-month-day: 2026-12-24.
            /from             | early   | Enter a time from 00:00 to 23:59, such as 14:30.
            /open_meanwhile   | often   | Choose yes or no.
            /discrepancies    | null    | Choose what we should do where shelf and books differ.
            /discrepancies    | hide    | Choose one of the answers that are offered.
            """)
    void ofInventoryTracking(String pointer, String wrong, String message) {
        assertThat(wrong(LogisticsLine.INVENTORY_TRACKING).told(pointer, wrong))
                .isEqualTo(Map.of("/details" + pointer, message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /depot                   | null     | Tell us where the vehicles start and end.
            /depot/street            | ''       | Enter the street and number.
            /depot/street            | x*161    | Use at most 160 characters.
            /depot/town              | ''       | Enter the town.
            /depot/town              | x*81     | Use at most 80 characters.
            /on                      | null     | Choose a day.
            /on                      | soon     | Enter a day that there is, as year-month-day: 2026-12-24.
            /day_starts              | null     | Enter a time, for example 08:00.
            /day_starts              | 8        | Enter a time from 00:00 to 23:59, such as 14:30.
            /day_ends                | null     | Enter a time, for example 08:00.
            /day_ends                | 24:30    | Enter a time from 00:00 to 23:59, such as 14:30.
            /loads_in                | null     | Choose what loads are counted in.
            /loads_in                | stones   | Choose one of the answers that are offered.
            /vehicles                | null     | Enter at least one vehicle.
            /vehicles                | rows*21  | Enter at most 20.
            /vehicles/0/name         | ' '      | Enter a name or a plate.
            /vehicles/0/name         | x*61     | Use at most 60 characters.
            /vehicles/1/capacity     | null     | Enter what the vehicle carries, from 0.001 to 1,000,000.
            /vehicles/1/capacity     | 0        | Enter what the vehicle carries, from 0.001 to 1,000,000.
            /vehicles/1/capacity     | 1000001  | Enter what the vehicle carries, from 0.001 to 1,000,000.
            /vehicles/1/capacity     | much     | Enter a number such as 12 or 12.5.
            /stops                   | null     | Enter at least one stop.
            /stops                   | rows*101 | Enter at most 100.
            /stops/0/name            | x*101    | Use at most 100 characters.
            /stops/0/street          | null     | Enter the street and number.
            /stops/0/street          | x*161    | Use at most 160 characters.
            /stops/0/town            | ''       | Enter the town.
            /stops/0/town            | x*81     | Use at most 80 characters.
            /stops/0/load            | null     | Enter the load, from 0 to 1,000,000.
            /stops/0/load            | -1       | Enter the load, from 0 to 1,000,000.
            /stops/0/load            | 1000001  | Enter the load, from 0 to 1,000,000.
            /stops/0/load            | heavy    | Enter a number such as 12 or 12.5.
            /stops/0/from            | early    | Enter a time from 00:00 to 23:59, such as 14:30.
            /stops/0/until           | late     | Enter a time from 00:00 to 23:59, such as 14:30.
            /stops/0/service_minutes | -1       | Enter the minutes at the door, from 0 to 480.
            /stops/0/service_minutes | 481      | Enter the minutes at the door, from 0 to 480.
            /stops/0/service_minutes | a while  | Enter a whole number, digits only.
            """)
    void ofRouteOptimization(String pointer, String wrong, String message) {
        assertThat(wrong(LogisticsLine.ROUTE_OPTIMIZATION).told(pointer, wrong))
                .isEqualTo(Map.of("/details" + pointer, message));
    }

    @Test
    void whatIsTypedOnAPhoneIsSpelledAsInTheBooks() {
        ObjectNode details = wrong(LogisticsLine.PACKAGE_DELIVERY).details();
        ((ObjectNode) details.get("sender"))
                .put("phone", " +234 803-555 0142")
                .put("directions", "  ")
                .put("country", "ghana");
        ((ObjectNode) details.get("parcels").get(0)).put("weight", new BigDecimal("1.50000"));

        var delivery = (PackageDelivery) desk.read(LogisticsLine.PACKAGE_DELIVERY, details);

        assertThat(delivery.sender())
                .extracting(Party::phone, Party::directions, Party::country)
                .containsExactly("+2348035550142", null, "GH");
        assertThat(delivery.parcels().getFirst().weight()).isEqualTo("1.5");
    }

    @ParameterizedTest
    @CsvSource({"1e999999999", "1e-999999999", "1e31", "0.0000000000000000000000000000000001"})
    void figuresThatNobodyMeasuresAreRefusedAtOnce(String figure) {
        ObjectNode details = wrong(LogisticsLine.PACKAGE_DELIVERY).details();
        ((ObjectNode) details.get("parcels").get(0)).put("weight", new BigDecimal(figure));

        assertThat(new WrongValues(desk, LogisticsLine.PACKAGE_DELIVERY, details).told())
                .containsOnlyKeys("/details/parcels/0/weight");
    }

    private WrongValues wrong(ServiceType type) {
        return WrongValues.of(desk, type);
    }
}
