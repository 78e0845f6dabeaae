package com.gmservices.requests.details;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.requests.Ask;
import com.gmservices.requests.ServiceType;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** Amounts are asked for and told in the currency that the offering is priced in. */
class AmountTests {

    private static final Currency NAIRA = Currency.getInstance("NGN");

    record Crossing(
            @Ask(money = true) @Nullable BigDecimal freight,
            @Ask(unit = "nm") @Nullable BigDecimal distance) {}

    private final DetailsForm form = DetailsForm.of(
            new ServiceType("crossing", Crossing.class, today -> new Crossing(BigDecimal.TEN, BigDecimal.ONE)));

    @Test
    void theCurrencyStandsBehindTheField() {
        var view = new FormView(form, NAIRA, Map.of(), List.of());

        assertThat(view.fields())
                .extracting(field -> view.unit((Field.Input) field))
                .containsExactly("NGN", "nm");
    }

    @Test
    void theAmountIsToldAsThePriceIs() {
        var words = new StaticMessageSource();
        words.addMessage("details.crossing.freight", Locale.ENGLISH, "Freight");
        words.addMessage("details.crossing.distance", Locale.ENGLISH, "Distance");
        var crossing = JsonNodeFactory.instance
                .objectNode()
                .put("freight", new BigDecimal("1250000.5"))
                .put("distance", new BigDecimal("12.5"));

        assertThat(Told.all(form, crossing, NAIRA, words, Locale.ENGLISH))
                .containsExactly(new Told("Freight", "NGN\u00a01,250,000.50"), new Told("Distance", "12.5 nm"));
    }
}
