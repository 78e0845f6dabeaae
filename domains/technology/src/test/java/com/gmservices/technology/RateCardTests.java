package com.gmservices.technology;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.requests.Catalogue.Draft;
import com.gmservices.requests.Catalogue.DraftChoice;
import com.gmservices.requests.Offering.Pricing;
import com.gmservices.requests.ServiceType;
import com.gmservices.requests.line.LineMessages;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateCardTests {

    private final RateCard rates = new RateCard(new LineMessages("technology").source());

    @ParameterizedTest
    @ValueSource(strings = {"NGN", "USD", "EUR"})
    void offersEachTypeOfService(String currency) {
        assertThat(in(currency))
                .extracting(Draft::serviceType)
                .containsAll(Firm.types().map(ServiceType::code).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NGN", "USD", "EUR"})
    void isQuotedWhereItHasNoPrice(String currency) {
        assertThat(in(currency)).allMatch(draft -> (draft.pricing() == Pricing.QUOTE) == (draft.price() == null));
        assertThat(in(currency)).extracting(Draft::name).doesNotHaveDuplicates();
    }

    @Test
    void costsWhatIsUsualInTheCurrency() {
        assertThat(in("NGN").getFirst().price()).isEqualTo(45_000_000);
        assertThat(in("USD").getFirst().price()).isEqualTo(190_000);
        assertThat(in("USD").getFirst().tiers())
                .containsExactly(new DraftChoice("shop", "With an online shop", 450_000));
        assertThat(in("EUR"))
                .allMatch(draft -> draft.tiers().isEmpty() && draft.addOns().isEmpty());
    }

    private List<Draft> in(String currency) {
        return rates.in(Currency.getInstance(currency));
    }
}
