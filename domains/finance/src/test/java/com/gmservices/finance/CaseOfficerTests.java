package com.gmservices.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.finance.FinancialConsulting.Channel;
import com.gmservices.finance.FinancialConsulting.Topic;
import com.gmservices.finance.LoanApplication.Purpose;
import com.gmservices.requests.RequestRefused.Unfit;
import com.gmservices.requests.ServiceType;
import com.gmservices.tenancy.Refusal.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of whatever is asked for. */
class CaseOfficerTests extends AtTheOfficersDesk {

    private static final String CARD = "4111 1111 1111 1111";

    @ParameterizedTest
    @MethodSource("com.gmservices.finance.DetailsTests#types")
    void takesEveryExampleAsItStands(ServiceType type) {
        assertThat(counter.look(ADA, type, type.example().apply(TODAY))).isEmpty();
    }

    @Test
    void cardAndAccountNumbersAreNotTaken() {
        String told = "This looks like the number of a card or an account. Take it out: we never need one here.";

        assertTold(
                loan(naira(250_000), Purpose.CAR, "pay to " + CARD, 12, job(TODAY.minusYears(3)), wealth()),
                "/details/plans",
                told);
        assertTold(
                new PaymentPlan(PaymentPlan.Debt.OTHER, CARD, null, naira(1000), null, 2, Frequency.WEEKLY, TODAY),
                "/details/reference",
                told);
        assertTold(
                new FinancialConsulting(
                        Topic.DEBT,
                        "What about my card?",
                        "It is " + CARD,
                        null,
                        Channel.CHAT,
                        null,
                        List.of(),
                        List.of()),
                "/details/situation",
                told);
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> look(new LoanApplication(
                        naira(1), Purpose.OTHER, null, 360, job(null), wealth(), List.of(), List.of(Consent.DATA))))
                .satisfies(unfit -> assertThat(unfit.errors())
                        .extracting(FieldError::pointer)
                        .containsExactlyInAnyOrder(
                                "/details/amount",
                                "/details/plans",
                                "/details/term_months",
                                "/details/employment/since",
                                "/details/consents"));
    }
}
