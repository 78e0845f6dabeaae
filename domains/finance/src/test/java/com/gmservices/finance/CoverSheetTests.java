package com.gmservices.finance;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.requests.ServiceLine.Fact;
import com.gmservices.requests.ServiceType;
import com.gmservices.requests.line.Counter;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.i18n.LocaleContextHolder;

class CoverSheetTests {

    private static final Currency DOLLAR = Currency.getInstance("USD");

    private final CoverSheet sheet = new CoverSheet(MessagesTests.MESSAGES.source());

    @BeforeEach
    void readEnglish() {
        LocaleContextHolder.setLocale(Locale.US);
    }

    @ParameterizedTest
    @MethodSource("com.gmservices.finance.DetailsTests#types")
    void hasThreeToEightFactsWithALabelEach(ServiceType type) {
        List<Fact> facts = sheet.facts(type.code(), (Matter) type.example().apply(Counter.TODAY), DOLLAR);

        assertThat(facts).hasSizeBetween(3, 8);
        assertThat(facts)
                .extracting(fact -> MessagesTests.MESSAGES.source().getMessage(fact.label(), null, Locale.ENGLISH))
                .doesNotContainNull();
    }

    @Test
    void tellsALoanAsALenderReadsIt() {
        assertThat(values("loan_application", Examples.loanApplication(Counter.TODAY)))
                .containsExactly(
                        "$1,800,000.00 over 24 months",
                        "My business: A second oven for the bakery.",
                        "from $75,000.00 a month, before interest",
                        "Business owner: Sunrise Bakery, since 2022",
                        "$650,000.00",
                        "$160,000.00",
                        "17.7% of the income",
                        "A guarantor");
    }

    @Test
    void tellsAnAssessmentByWhomAndWhatItIsAbout() {
        assertThat(values("credit_assessment", Examples.creditAssessment(Counter.TODAY)))
                .containsExactly(
                        "Myself",
                        "Renting a home or rooms",
                        "$1,200,000.00",
                        "Two years",
                        "$650,000.00",
                        "$160,000.00",
                        "6.2% of the income",
                        "Dec 7, 2026");
    }

    @Test
    void tellsAPlanWithEveryCent() {
        assertThat(values("payment_plan", Examples.paymentPlan(Counter.TODAY)))
                .containsExactly(
                        "An invoice: INV-2026-0417",
                        "$350,000.00",
                        "$50,000.00",
                        "2\u00a0×\u00a0$42,857.15, 5\u00a0×\u00a0$42,857.14",
                        "Every month",
                        "Dec 7, 2026",
                        "Jun 7, 2027");
    }

    @Test
    void tellsATalkByItsQuestion() {
        assertThat(values("financial_consulting", Examples.financialConsulting(Counter.TODAY)))
                .containsExactly(
                        "Saving: How do we put money aside for the children's school fees?",
                        "Two children, eight and eleven. Both of us work, and we rent.",
                        "$600,000.00",
                        "By phone: +234 803 555 0142",
                        "Tuesday, Thursday",
                        "Before noon, Afternoon");
    }

    @Test
    void aLoanOfOneMonthIsOfOneMonth() {
        var loan = new LoanApplication(
                BigDecimal.valueOf(500),
                LoanApplication.Purpose.MEDICAL,
                null,
                1,
                new Employment(Employment.Kind.RETIRED, null, null),
                new Means(BigDecimal.ZERO, BigDecimal.ZERO, null, null),
                List.of(),
                List.of(Consent.values()));

        assertThat(values("loan_application", loan))
                .startsWith("$500.00 over one month")
                .contains("Retired")
                .noneMatch(value -> value.contains("%"));
    }

    private List<String> values(String type, Matter matter) {
        return sheet.facts(type, matter, DOLLAR).stream().map(Fact::value).toList();
    }
}
