package com.gmservices.automotive;

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

/** What hangs on a garage's wall. */
@Component
class GarageMenu {

    private static final List<Menu.Entry> ENTRIES = List.of(
            entry("oil", AutomotiveLine.MAINTENANCE_REPAIR, Pricing.FIXED, price(48_000, 79), 45)
                    .tiers(choice("synthetic", 72_000, 109))
                    .addOns(choice("air_filter", 12_000, 25), choice("cabin_filter", 14_000, 39)),
            entry("service", AutomotiveLine.MAINTENANCE_REPAIR, Pricing.FIXED, price(95_000, 249), 180)
                    .tiers(choice("large", 125_000, 289), choice("suv", 160_000, 349))
                    .addOns(choice("alignment", 18_000, 119), choice("wash", 6_000, 29)),
            entry("diagnosis", AutomotiveLine.MAINTENANCE_REPAIR, Pricing.FIXED, price(20_000, 129), 60),
            entry("brakes", AutomotiveLine.MAINTENANCE_REPAIR, Pricing.FROM, price(60_000, 245), 120),
            entry("repair", AutomotiveLine.MAINTENANCE_REPAIR, Pricing.QUOTE, NO_PRICE, null),
            entry("inspection", AutomotiveLine.INSPECTION_REGISTRATION, Pricing.FIXED, price(30_000, 45), 60)
                    .addOns(choice("fetch", 10_000, 35)),
            entry("registration", AutomotiveLine.INSPECTION_REGISTRATION, Pricing.FROM, price(25_000, 60), null),
            entry("pre_purchase", AutomotiveLine.INSPECTION_REGISTRATION, Pricing.FIXED, price(45_000, 165), 90),
            entry("parts", AutomotiveLine.PARTS_INSTALLATION, Pricing.QUOTE, NO_PRICE, null),
            entry("tyres", AutomotiveLine.PARTS_INSTALLATION, Pricing.FROM, price(85_000, 130), 60)
                    .addOns(choice("alignment", 18_000, 119)),
            entry("battery", AutomotiveLine.PARTS_INSTALLATION, Pricing.FROM, price(92_000, 219), 30),
            entry("roadside", AutomotiveLine.ROADSIDE_ASSISTANCE, Pricing.FIXED, price(18_000, 85), 45)
                    .addOns(choice("fuel", 12_500, 20)),
            entry("tow", AutomotiveLine.ROADSIDE_ASSISTANCE, Pricing.FROM, price(35_000, 135), null));

    private final Menu menu;

    GarageMenu(MessageSource messages) {
        menu = new Menu("automotive", ENTRIES, messages);
    }

    List<Draft> in(Currency currency) {
        return menu.in(currency);
    }
}
