package com.gmservices.finance;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.requests.Catalogue.Draft;
import com.gmservices.requests.Catalogue.DraftChoice;
import com.gmservices.requests.Offering.Pricing;
import com.gmservices.requests.ServiceType;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FinanceMenuTests {

    private final FinanceMenu menu = new FinanceMenu(MessagesTests.MESSAGES.source());

    @ParameterizedTest
    @ValueSource(strings = {"NGN", "USD", "EUR"})
    void offersEachTypeOfService(String currency) {
        assertThat(in(currency))
                .extracting(Draft::serviceType)
                .containsAll(DetailsTests.types().map(ServiceType::code).toList());
        assertThat(in(currency)).hasSizeBetween(5, 8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NGN", "USD", "EUR"})
    void isQuotedWhereItHasNoPrice(String currency) {
        assertThat(in(currency)).allMatch(draft -> (draft.pricing() == Pricing.QUOTE) == (draft.price() == null));
        assertThat(in(currency)).extracting(Draft::name).doesNotHaveDuplicates();
    }

    @Test
    void costsWhatIsUsualInTheCurrency() {
        assertThat(in("NGN").getFirst().price()).isEqualTo(1_000_000);
        assertThat(in("USD").getFirst().price()).isEqualTo(3_500);
        assertThat(in("USD").getFirst().tiers())
                .contains(new DraftChoice("express", "Decision within one working day", 6_500));
        assertThat(in("EUR"))
                .allMatch(draft -> draft.tiers().isEmpty() && draft.addOns().isEmpty());
    }

    private List<Draft> in(String currency) {
        return menu.in(Currency.getInstance(currency));
    }
}
