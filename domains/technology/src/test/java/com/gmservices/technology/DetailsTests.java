package com.gmservices.technology;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.requests.ServiceType;
import com.gmservices.requests.details.DetailsDesk;
import com.gmservices.requests.line.Counter;
import com.gmservices.requests.line.WrongValues;
import java.util.List;
import java.util.Map;
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

    @ParameterizedTest
    @MethodSource("com.gmservices.technology.Firm#types")
    void examplesSurviveTheWayThroughJson(ServiceType type) {
        Record example = type.example().apply(Counter.TODAY);

        assertThat(desk.read(type, desk.write(example))).isEqualTo(example);
        assertThat(desk.write(example).toString()).doesNotContain("null");
    }

    @ParameterizedTest
    @MethodSource("com.gmservices.technology.Firm#types")
    void nothingAtAllIsToldAsWhatIsMissing(ServiceType type) {
        var nothing = new WrongValues(desk, type, JsonNodeFactory.instance.objectNode());

        assertThat(nothing.told().keySet()).isEqualTo(WrongValues.required(type));
    }

    @ParameterizedTest
    @MethodSource("com.gmservices.technology.Firm#types")
    void noFieldIsSilentAboutWhatDoesNotBelongThere(ServiceType type) {
        assertThat(WrongValues.silent(desk, type)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /kind                         | null   | Choose what you need.
            /kind                         | magic  | Choose one of the answers that are offered.
            /purpose                      | ' '    | Tell us what it is for.
            /purpose                      | x*1001 | Use at most 1000 characters.
            /scope                        | ''     | Tell us what it must be able to do.
            /scope                        | x*4001 | Use at most 4000 characters.
            /platforms                    | null   | Choose where it should run, or let us advise you.
            /platforms/0                  | fax    | Choose only among the answers that are offered.
            /existing_system              | none   | Fill in what belongs here, field by field.
            /existing_system/description  | ''     | Tell us what you have today.
            /existing_system/description  | x*501  | Use at most 500 characters.
            /existing_system/source_code  | lost   | Choose one of the answers that are offered.
            /integrations                 | x*301  | Use at most 300 characters.
            /stack                        | x*201  | Use at most 200 characters.
            /personal_data                | some   | Choose yes or no.
            /budget/from                  | 0      | Enter an amount of at least 1 and at most 1,000,000,000,000, for example 2500000.
            /budget/from                  | plenty | Enter a number such as 12 or 12.5.
            /budget/up_to                 | null   | Enter the most that you want to spend.
            /budget/up_to                 | -5     | Enter an amount of at least 1 and at most 1,000,000,000,000, for example 2500000.
            /budget/up_to                 | 1000000000000.5 | Enter an amount of at least 1 and at most 1,000,000,000,000, for example 2500000.
            /deadline                     | soon   | Enter a day that there is, as year-month-day: 2026-12-24.
            """)
    void ofSoftwareDevelopment(String pointer, String wrong, String message) {
        assertTold(WrongValues.of(desk, TechnologyLine.SOFTWARE_DEVELOPMENT), pointer, wrong, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /topic               | null    | Choose what it is about.
            /topic               | weather | Choose one of the answers that are offered.
            /situation           | ''      | Tell us how it is today.
            /situation           | x*2001  | Use at most 2000 characters.
            /goal                | ''      | Tell us what should come out of it.
            /goal                | x*1001  | Use at most 1000 characters.
            /meeting             | null    | Choose how we shall meet.
            /meeting             | dinner  | Choose one of the answers that are offered.
            /phone               | call me | Enter a phone number with at least 6 digits, for example +234 803 555 0142.
            /premises/street     | ''      | Enter the street and number.
            /premises/street     | x*161   | Use at most 160 characters.
            /premises/town       | null    | Enter the town.
            /premises/town       | x*81    | Use at most 80 characters.
            /premises/directions | x*301   | Use at most 300 characters.
            /days/0              | someday | Choose only among the answers that are offered.
            /time_of_day/0       | night   | Choose only among the answers that are offered.
            /answer_by           | 2026-02-30 | Enter a day that there is, as year-month-day: 2026-12-24.
            /people              | 0       | Enter how many you will be, from 1 to 500.
            /people              | 501     | Enter how many you will be, from 1 to 500.
            /people              | many    | Enter a whole number, digits only.
            /confidential        | rather  | Choose yes or no.
            """)
    void ofItConsulting(String pointer, String wrong, String message) {
        var consulting = WrongValues.of(desk, TechnologyLine.IT_CONSULTING);
        putAddress(consulting.details(), "premises");

        assertTold(consulting, pointer, wrong, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /items                  | null    | Enter at least one item.
            /items                  | rows*21 | Enter at most 20.
            /items/0/quantity       | null    | Enter how many, from 1 to 10,000.
            /items/0/quantity       | 0       | Enter how many, from 1 to 10,000.
            /items/1/quantity       | 10001   | Enter how many, from 1 to 10,000.
            /items/0/quantity       | a few   | Enter a whole number, digits only.
            /items/0/name           | ' '     | Enter what it is, for example laptop.
            /items/1/name           | x*121   | Use at most 120 characters.
            /items/0/specification  | x*301   | Use at most 300 characters.
            /condition              | broken  | Choose one of the answers that are offered.
            /handover               | null    | Choose how you get it.
            /handover               | drone   | Choose one of the answers that are offered.
            /deliver_to/street      | ''      | Enter the street and number.
            /deliver_to/street      | x*161   | Use at most 160 characters.
            /deliver_to/town        | ''      | Enter the town.
            /deliver_to/town        | x*81    | Use at most 80 characters.
            /deliver_to/directions  | x*301   | Use at most 300 characters.
            /installation           | null    | Choose whether we set it up.
            /installation           | perhaps | Choose one of the answers that are offered.
            /warranty               | forever | Choose one of the answers that are offered.
            /needed_by              | soon    | Enter a day that there is, as year-month-day: 2026-12-24.
            /budget/from            | cheap   | Enter a number such as 12 or 12.5.
            /budget/up_to           | 0       | Enter an amount of at least 1 and at most 1,000,000,000,000, for example 2500000.
            """)
    void ofHardwareProcurement(String pointer, String wrong, String message) {
        assertTold(WrongValues.of(desk, TechnologyLine.HARDWARE_PROCUREMENT), pointer, wrong, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /kind                | null    | Choose whether something is wrong or to be done.
            /kind                | panic   | Choose one of the answers that are offered.
            /system              | ''      | Enter which system it is.
            /system              | x*121   | Use at most 120 characters.
            /description         | ''      | Tell us what is wrong or to be done.
            /description         | x*2001  | Use at most 2000 characters.
            /impact              | null    | Choose who is affected.
            /impact              | total   | Choose one of the answers that are offered.
            /affected_users      | -1      | Enter how many people, digits only, from 0 to 1,000,000.
            /affected_users      | 1000001 | Enter how many people, digits only, from 0 to 1,000,000.
            /affected_users      | all     | Enter a whole number, digits only.
            /urgency             | null    | Choose how long it can wait.
            /urgency             | asap    | Choose one of the answers that are offered.
            /access              | null    | Choose how we get to it.
            /access              | window  | Choose one of the answers that are offered.
            /premises/street     | ''      | Enter the street and number.
            /premises/street     | x*161   | Use at most 160 characters.
            /premises/town       | ''      | Enter the town.
            /premises/town       | x*81    | Use at most 80 characters.
            /premises/directions | x*301   | Use at most 300 characters.
            /window/starts_on    | null    | Choose a day.
            /window/starts_on    | Sunday  | Enter a day that there is, as year-month-day: 2026-12-24.
            /window/starts_at    | null    | Choose a time.
            /window/starts_at    | night   | Enter a time from 00:00 to 23:59, such as 14:30.
            /window/ends_on      | Monday  | Enter a day that there is, as year-month-day: 2026-12-24.
            /window/ends_at      | null    | Choose a time.
            /window/ends_at      | morning | Enter a time from 00:00 to 23:59, such as 14:30.
            /backup              | where   | Choose yes or no.
            """)
    void ofSystemMaintenance(String pointer, String wrong, String message) {
        assertTold(WrongValues.of(desk, TechnologyLine.SYSTEM_MAINTENANCE), pointer, wrong, message);
    }

    @Test
    void aListIsReadWithoutItsBullets() {
        ObjectNode details =
                WrongValues.of(desk, TechnologyLine.SOFTWARE_DEVELOPMENT).details();
        details.put("scope", "- Sign on the phone\n\n 2) Works   offline \r\n• 3D plans\n1st class support");

        var project = (SoftwareDevelopment) desk.read(TechnologyLine.SOFTWARE_DEVELOPMENT, details);

        assertThat(project.features())
                .isEqualTo(List.of("Sign on the phone", "Works offline", "3D plans", "1st class support"));
    }

    private static void putAddress(ObjectNode details, String name) {
        details.putObject(name).put("street", "12 Marina").put("town", "Lagos");
    }

    private static void assertTold(WrongValues details, String pointer, String wrong, String message) {
        assertThat(details.told(pointer, wrong)).isEqualTo(Map.of("/details" + pointer, message));
    }
}
