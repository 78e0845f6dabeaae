package com.gmservices.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.i18n.LocaleContextHolder;

class MeansTests {

    @BeforeEach
    void readEnglish() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource({
        "300000, 100000, 0, false",
        "300000, 100000, 0.01, true",
        "300000, 0, 100000, false",
        "300000, 99999.99, 0.02, true",
        "0, 0, 0, false",
        "0, 0, 1, true"
    })
    void aThirdOfTheIncomeIsWhatRepayingMayTake(
            BigDecimal income, BigDecimal repayments, BigDecimal more, boolean strains) {
        assertThat(means(income, repayments, null, null).strains(more)).isEqualTo(strains);
    }

    @Test
    void theShareIsToldToOneDecimal() {
        var means = means(new BigDecimal("300000"), new BigDecimal("100100"), null, null);

        assertThat(means.debtService(BigDecimal.ZERO).map(Words::percent)).contains("33.4%");
        assertThat(means(BigDecimal.ZERO, BigDecimal.ONE, null, null).debtService(BigDecimal.ONE))
                .isEmpty();
    }

    @Test
    void rentIsNoDebtButGoesOutAllTheSame() {
        var means = means(new BigDecimal("300"), new BigDecimal("50"), new BigDecimal("150"), new BigDecimal("50"));

        assertThat(means.obligations()).isEqualByComparingTo("250");
        assertThat(means.strains(new BigDecimal("50"))).isFalse();
        assertThat(means.overspends(new BigDecimal("50"))).isFalse();
        assertThat(means.overspends(new BigDecimal("50.01"))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("com.gmservices.finance.CaseOfficerTests#examplesWithMeans")
    void nobodysIncomeIsPrintedByTheWay(Record details) {
        assertThat(details.toString())
                .contains("Means[withheld]")
                .doesNotContain("650000", "income=", "repayments=", "housing=");
    }

    private static Means means(
            BigDecimal income, BigDecimal repayments, @Nullable BigDecimal housing, @Nullable BigDecimal other) {
        return new Means(income, repayments, housing, other);
    }
}
