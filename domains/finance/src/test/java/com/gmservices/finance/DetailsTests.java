package com.gmservices.finance;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.requests.ServiceType;
import com.gmservices.requests.details.DetailsDesk;
import com.gmservices.requests.line.Counter;
import com.gmservices.requests.line.WrongValues;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Each field of each record, filled in wrongly: the customer is told which, and how to mend it. */
@SpringBootTest
class DetailsTests {

    @Autowired
    DetailsDesk desk;

    @Autowired
    JsonMapper json;

    static Stream<ServiceType> types() {
        return Stream.of(
                FinanceLine.LOAN_APPLICATION,
                FinanceLine.CREDIT_ASSESSMENT,
                FinanceLine.PAYMENT_PLAN,
                FinanceLine.FINANCIAL_CONSULTING);
    }

    @ParameterizedTest
    @MethodSource("types")
    void examplesSurviveTheWayThroughJson(ServiceType type) {
        Record example = type.example().apply(Counter.TODAY);

        assertThat(desk.read(type, desk.write(example))).isEqualTo(example);
        assertThat(desk.read(type, json.readTree(desk.write(example).toString())))
                .isEqualTo(example);
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
            /amount              | null          | Enter an amount of at least 1, digits only, for example 250000.
            /amount              | 0             | Enter an amount of at least 1, digits only, for example 250000.
            /amount              | 0.99          | Enter an amount of at least 1, digits only, for example 250000.
            /amount              | -250000       | Enter an amount of at least 1, digits only, for example 250000.
            /amount              | 1000000000000.01 | Enter an amount of at least 1, digits only, for example 250000.
            /amount              | plenty        | Enter a number such as 12 or 12.5.
            /purpose             | null          | Choose what the money is for.
            /purpose             | party         | Choose one of the answers that are offered.
            /plans               | x*501         | Use at most 500 characters.
            /term_months         | null          | Enter the number of months, from 1 to 360.
            /term_months         | 0             | Enter the number of months, from 1 to 360.
            /term_months         | 361           | Enter the number of months, from 1 to 360.
            /term_months         | 12.5          | Enter a whole number, digits only.
            /employment          | null          | Tell us how you earn your living.
            /employment/kind     | null          | Choose how you earn your living.
            /employment/kind     | king          | Choose one of the answers that are offered.
            /employment/employer | x*121         | Use at most 120 characters.
            /employment/since    | long ago      | Enter a day that there is, as year-month-day: 2026-12-24.
            /means               | null          | Tell us what comes in and what goes out each month.
            /means/income        | null          | Enter what comes in each month, digits only. Enter 0 if it is nothing.
            /means/income        | -1            | Enter what comes in each month, digits only. Enter 0 if it is nothing.
            /means/income        | 1000000000000.01 | Enter what comes in each month, digits only. Enter 0 if it is nothing.
            /means/income        | enough        | Enter a number such as 12 or 12.5.
            /means/repayments    | null          | Enter what you repay each month, digits only. Enter 0 if it is nothing.
            /means/repayments    | -1            | Enter what you repay each month, digits only. Enter 0 if it is nothing.
            /means/repayments    | some          | Enter a number such as 12 or 12.5.
            /means/housing       | -1            | Enter what you pay each month, digits only, or leave it empty.
            /means/housing       | free          | Enter a number such as 12 or 12.5.
            /means/other         | -1            | Enter what you pay each month, digits only, or leave it empty.
            /means/other         | 1000000000000.01 | Enter what you pay each month, digits only, or leave it empty.
            /means/other         | things        | Enter a number such as 12 or 12.5.
            /security/0          | my word       | Choose only among the answers that are offered.
            /consents            | null          | Tick all three. Without them we may not work on this.
            /consents/0          | maybe         | Choose only among the answers that are offered.
            """)
    void ofLoanApplication(String pointer, String wrong, String message) {
        WrongValues wrongly = wrong(FinanceLine.LOAN_APPLICATION);
        ((ObjectNode) wrongly.details().get("means")).put("other", 1);

        assertThat(wrongly.told(pointer, wrong)).isEqualTo(Map.of("/details" + pointer, message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /subject             | null          | Choose whom it is about.
            /subject             | my cat        | Choose one of the answers that are offered.
            /subject_name        | x*121         | Use at most 120 characters.
            /subject_agrees      | maybe         | Choose yes or no.
            /purpose             | null          | Choose what it is for.
            /purpose             | party         | Choose one of the answers that are offered.
            /amount              | 0             | Enter an amount of at least 1, digits only, for example 250000.
            /amount              | 1000000000000.01 | Enter an amount of at least 1, digits only, for example 250000.
            /amount              | plenty        | Enter a number such as 12 or 12.5.
            /period              | null          | Choose how far back we should look.
            /period              | ever          | Choose one of the answers that are offered.
            /means/income        | null          | Enter what comes in each month, digits only. Enter 0 if it is nothing.
            /means/repayments    | null          | Enter what you repay each month, digits only. Enter 0 if it is nothing.
            /means/housing       | -1            | Enter what you pay each month, digits only, or leave it empty.
            /needed_by           | soon          | Enter a day that there is, as year-month-day: 2026-12-24.
            /consents            | null          | Tick all three. Without them we may not work on this.
            /consents/2          | maybe         | Choose only among the answers that are offered.
            """)
    void ofCreditAssessment(String pointer, String wrong, String message) {
        assertThat(wrong(FinanceLine.CREDIT_ASSESSMENT).told(pointer, wrong))
                .isEqualTo(Map.of("/details" + pointer, message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /debt                | null          | Choose what is to be paid.
            /debt                | a favour      | Choose one of the answers that are offered.
            /reference           | null          | Enter the number on the invoice or contract.
            /reference           | ' '           | Enter the number on the invoice or contract.
            /reference           | INV*17        | A number has at most 60 letters, digits, blanks, dots, slashes, hyphens and #.
            /reference           | x*61          | A number has at most 60 letters, digits, blanks, dots, slashes, hyphens and #.
            /owed_to             | x*121         | Use at most 120 characters.
            /amount              | null          | Enter an amount of at least 1, digits only, for example 250000.
            /amount              | 0             | Enter an amount of at least 1, digits only, for example 250000.
            /amount              | 1000000000000.01 | Enter an amount of at least 1, digits only, for example 250000.
            /amount              | plenty        | Enter a number such as 12 or 12.5.
            /down_payment        | -1            | Enter what you can pay at once, digits only, or leave it empty.
            /down_payment        | 1000000000000.01 | Enter what you can pay at once, digits only, or leave it empty.
            /down_payment        | a little      | Enter a number such as 12 or 12.5.
            /instalments         | null          | Enter the number of instalments, from 2 to 60.
            /instalments         | 1             | Enter the number of instalments, from 2 to 60.
            /instalments         | 61            | Enter the number of instalments, from 2 to 60.
            /instalments         | few           | Enter a whole number, digits only.
            /frequency           | null          | Choose how often you pay.
            /frequency           | daily         | Choose one of the answers that are offered.
            /first_due           | null          | Enter the day of the first instalment.
            /first_due           | 2026-02-30    | Enter a day that there is, as year-month-day: 2026-12-24.
            """)
    void ofPaymentPlan(String pointer, String wrong, String message) {
        assertThat(wrong(FinanceLine.PAYMENT_PLAN).told(pointer, wrong))
                .isEqualTo(Map.of("/details" + pointer, message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /topic               | null          | Choose what it is about.
            /topic               | luck          | Choose one of the answers that are offered.
            /question            | null          | Tell us what you would like to know.
            /question            | ' '           | Tell us what you would like to know.
            /question            | x*2001        | Use at most 2000 characters.
            /situation           | x*2001        | Use at most 2000 characters.
            /amount              | 0             | Enter an amount of at least 1, digits only, for example 250000.
            /amount              | 1000000000000.01 | Enter an amount of at least 1, digits only, for example 250000.
            /amount              | plenty        | Enter a number such as 12 or 12.5.
            /channel             | null          | Choose how we should talk.
            /channel             | by owl        | Choose one of the answers that are offered.
            /phone               | call me       | Enter a phone number with at least 6 digits, for example +234 803 555 0142.
            /phone               | 12345         | Enter a phone number with at least 6 digits, for example +234 803 555 0142.
            /days/0              | someday       | Choose only among the answers that are offered.
            /times/1             | midnight      | Choose only among the answers that are offered.
            """)
    void ofFinancialConsulting(String pointer, String wrong, String message) {
        assertThat(wrong(FinanceLine.FINANCIAL_CONSULTING).told(pointer, wrong))
                .isEqualTo(Map.of("/details" + pointer, message));
    }

    @Test
    void amountsKeepEveryDecimalOnTheirWay() {
        var details = wrong(FinanceLine.PAYMENT_PLAN).details();
        details.put("amount", new BigDecimal("123456789012.34"));

        var plan = (PaymentPlan) desk.read(FinanceLine.PAYMENT_PLAN, json.readTree(details.toString()));

        assertThat(plan.amount()).isEqualByComparingTo("123456789012.34");
    }

    @Test
    void amountsMayBeTypedAsPeopleWriteThem() {
        var typed = Map.of("details.amount", List.of("1,250,000.50"), "details.reference", List.of(" inv 17 "));

        var details = desk.fromForm(FinanceLine.PAYMENT_PLAN, typed);

        assertThat(details.path("amount").decimalValue()).isEqualByComparingTo("1250000.5");
        assertThat(details.path("reference").asString()).isEqualTo("inv 17");
    }

    @ParameterizedTest
    @CsvSource({"1e999999999", "1e-999999999"})
    void numbersBeyondAllMeasureHarmNobody(String typed) {
        var details = wrong(FinanceLine.LOAN_APPLICATION).details();
        details.setAll(desk.fromForm(FinanceLine.LOAN_APPLICATION, Map.of("details.amount", List.of(typed))));

        assertThat(new WrongValues(desk, FinanceLine.LOAN_APPLICATION, details).told())
                .containsKey("/details/amount");
    }

    private WrongValues wrong(ServiceType type) {
        return WrongValues.of(desk, type);
    }
}
