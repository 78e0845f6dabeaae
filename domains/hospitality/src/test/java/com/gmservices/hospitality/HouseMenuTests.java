package com.gmservices.hospitality;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.requests.Catalogue.Draft;
import com.gmservices.requests.Catalogue.DraftChoice;
import com.gmservices.requests.Offering.Pricing;
import com.gmservices.requests.ServiceType;
import java.util.Currency;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HouseMenuTests {

    private final HouseMenu menu = new HouseMenu(MessagesTests.MESSAGES.source());

    @ParameterizedTest
    @ValueSource(strings = {"NGN", "USD", "EUR"})
    void offersEachTypeOfServiceTwice(String currency) {
        assertThat(in(currency))
                .extracting(Draft::serviceType)
                .containsExactlyElementsOf(DetailsTests.types()
                        .map(ServiceType::code)
                        .mapMulti((String code, Consumer<String> twice) -> {
                            twice.accept(code);
                            twice.accept(code);
                        })
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NGN", "USD", "EUR"})
    void isQuotedWhereItHasNoPrice(String currency) {
        assertThat(in(currency)).allMatch(draft -> (draft.pricing() == Pricing.QUOTE) == (draft.price() == null));
        assertThat(in(currency)).extracting(Draft::name).doesNotHaveDuplicates();
    }

    @Test
    void costsWhatIsUsualInTheCurrency() {
        assertThat(in("NGN").getFirst().price()).isEqualTo(5_500_000);
        assertThat(in("USD").getFirst().price()).isEqualTo(11_900);
        assertThat(in("USD").getFirst().tiers()).contains(new DraftChoice("suite", "Suite", 28_900));
        assertThat(in("EUR"))
                .allMatch(draft -> draft.tiers().isEmpty() && draft.addOns().isEmpty());
    }

    /** Nights and guests are counted first: a fixed price would be charged whatever their number. */
    @Test
    void nothingThatIsPaidByTheNightOrTheGuestHasAFixedPrice() {
        assertThat(in("NGN"))
                .filteredOn(draft -> draft.pricing() == Pricing.FIXED)
                .extracting(Draft::name)
                .containsExactly("Meeting room", "At your service");
    }

    private List<Draft> in(String currency) {
        return menu.in(Currency.getInstance(currency));
    }
}
