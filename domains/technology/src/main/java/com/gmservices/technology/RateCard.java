package com.gmservices.technology;

import static com.gmservices.requests.line.Menu.NO_PRICE;
import static com.gmservices.requests.line.Menu.choice;
import static com.gmservices.requests.line.Menu.entry;
import static com.gmservices.requests.line.Menu.price;

import com.gmservices.requests.Catalogue.Draft;
import com.gmservices.requests.Offering.Pricing;
import com.gmservices.requests.line.Menu;
import java.util.Currency;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a firm for information technology usually offers, and for how much. */
@Component
class RateCard {

    private static final List<Menu.Entry> ENTRIES = List.of(
            entry("website", TechnologyLine.SOFTWARE_DEVELOPMENT, Pricing.FIXED, price(450_000, 1_900), null)
                    .tiers(choice("shop", 950_000, 4_500))
                    .addOns(choice("hosting", 85_000, 180), choice("content", 120_000, 450)),
            entry("software", TechnologyLine.SOFTWARE_DEVELOPMENT, Pricing.QUOTE, NO_PRICE, null),
            entry("consultation", TechnologyLine.IT_CONSULTING, Pricing.FIXED, price(50_000, 150), 60)
                    .tiers(choice("half_day", 180_000, 560), choice("day", 320_000, 1_050))
                    .addOns(choice("report", 60_000, 180)),
            entry("security_review", TechnologyLine.IT_CONSULTING, Pricing.FROM, price(650_000, 2_400), null),
            entry("hardware", TechnologyLine.HARDWARE_PROCUREMENT, Pricing.QUOTE, NO_PRICE, null),
            entry("workplace", TechnologyLine.HARDWARE_PROCUREMENT, Pricing.FROM, price(980_000, 1_250), null)
                    .addOns(choice("data", 35_000, 90), choice("dock", 140_000, 210)),
            entry("support", TechnologyLine.SYSTEM_MAINTENANCE, Pricing.FIXED, price(30_000, 110), 60)
                    .addOns(choice("visit", 20_000, 75)),
            entry("care", TechnologyLine.SYSTEM_MAINTENANCE, Pricing.FIXED, price(120_000, 420), null)
                    .tiers(choice("medium", 260_000, 950), choice("large", 480_000, 1_800)));

    private final Menu menu;

    RateCard(MessageSource messages) {
        this.menu = new Menu("technology", ENTRIES, messages);
    }

    List<Draft> in(Currency currency) {
        return menu.in(currency);
    }
}
