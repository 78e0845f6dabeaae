package com.gmservices.logistics;

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

class TariffTests {

    private final Tariff tariff = new Tariff(MessagesTests.MESSAGES.source());

    @ParameterizedTest
    @ValueSource(strings = {"NGN", "USD", "EUR"})
    void offersEachTypeOfService(String currency) {
        assertThat(in(currency))
                .extracting(Draft::serviceType)
                .containsAll(DetailsTests.types().map(ServiceType::code).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NGN", "USD", "EUR"})
    void isQuotedWhereItHasNoPrice(String currency) {
        assertThat(in(currency)).allMatch(draft -> (draft.pricing() == Pricing.QUOTE) == (draft.price() == null));
        assertThat(in(currency)).extracting(Draft::name).doesNotHaveDuplicates();
    }

    @Test
    void costsWhatIsUsualInTheCurrency() {
        assertThat(in("NGN").getFirst().price()).isEqualTo(350_000);
        assertThat(in("USD").getFirst().price()).isEqualTo(1_400);
        assertThat(in("USD").getFirst().tiers()).contains(new DraftChoice("same_day", "Same day", 2_400));
        assertThat(in("EUR"))
                .allMatch(draft -> draft.tiers().isEmpty() && draft.addOns().isEmpty());
    }

    private List<Draft> in(String currency) {
        return tariff.in(Currency.getInstance(currency));
    }
}
