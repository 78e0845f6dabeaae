package com.gmservices.logistics;

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

/** What lies on a carrier's counter. */
@Component
class Tariff {

    private static final List<Menu.Entry> ENTRIES = List.of(
            entry("city", LogisticsLine.PACKAGE_DELIVERY, Pricing.FIXED, price(3_500, 14), null)
                    .tiers(choice("same_day", 5_500, 24), choice("express", 9_000, 42))
                    .addOns(choice("cover", 1_500, 5), choice("signature", 500, 3)),
            entry("intercity", LogisticsLine.PACKAGE_DELIVERY, Pricing.FROM, price(6_500, 22), null)
                    .tiers(choice("overnight", 12_000, 48))
                    .addOns(choice("cover", 2_500, 9), choice("packing", 3_000, 12)),
            entry("abroad", LogisticsLine.PACKAGE_DELIVERY, Pricing.QUOTE, NO_PRICE, null),
            entry("inbound", LogisticsLine.SUPPLY_CHAIN, Pricing.QUOTE, NO_PRICE, null),
            entry("replenishment", LogisticsLine.SUPPLY_CHAIN, Pricing.FROM, price(45_000, 160), null)
                    .tiers(choice("truck", 95_000, 340))
                    .addOns(choice("cooled", 30_000, 120), choice("shelves", 20_000, 75)),
            entry("cycle_count", LogisticsLine.INVENTORY_TRACKING, Pricing.FIXED, price(60_000, 220), 240)
                    .addOns(choice("labels", 15_000, 60)),
            entry("stocktake", LogisticsLine.INVENTORY_TRACKING, Pricing.FROM, price(180_000, 750), 480)
                    .addOns(choice("night", 60_000, 250)),
            entry("routes", LogisticsLine.ROUTE_OPTIMIZATION, Pricing.FIXED, price(15_000, 49), 60)
                    .tiers(choice("fifty", 25_000, 89), choice("hundred", 40_000, 149))
                    .addOns(choice("sheets", 5_000, 19)));

    private final Menu menu;

    Tariff(MessageSource messages) {
        menu = new Menu("logistics", ENTRIES, messages);
    }

    List<Draft> in(Currency currency) {
        return menu.in(currency);
    }
}
