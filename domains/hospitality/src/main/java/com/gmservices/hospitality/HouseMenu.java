package com.gmservices.hospitality;

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

/** What a house usually offers. What is paid by the night or by the guest has its least price only. */
@Component
class HouseMenu {

    private static final List<Menu.Entry> ENTRIES = List.of(
            entry("room", HospitalityLine.HOTEL_BOOKING, Pricing.FROM, price(55_000, 119), null)
                    .tiers(choice("superior", 78_000, 159), choice("suite", 140_000, 289))
                    .addOns(choice("airport", 25_000, 45), choice("parking", 3_000, 15)),
            entry("group", HospitalityLine.HOTEL_BOOKING, Pricing.QUOTE, NO_PRICE, null),
            entry("meeting", HospitalityLine.EVENT_SPACE, Pricing.FIXED, price(120_000, 320), 240)
                    .tiers(choice("whole_day", 190_000, 520))
                    .addOns(choice("projector", 25_000, 75), choice("coffee", 60_000, 140)),
            entry("hall", HospitalityLine.EVENT_SPACE, Pricing.FROM, price(850_000, 2_400), null)
                    .addOns(choice("decoration", 300_000, 650), choice("sound", 180_000, 400)),
            entry("buffet", HospitalityLine.CATERING, Pricing.FROM, price(12_500, 36), null)
                    .tiers(choice("grand", 19_500, 58))
                    .addOns(choice("waiters", 60_000, 240)),
            entry("finger_food", HospitalityLine.CATERING, Pricing.FROM, price(5_500, 18), null),
            entry("at_your_service", HospitalityLine.GUEST_SERVICES, Pricing.FIXED, price(0, 0), 20),
            entry("laundry", HospitalityLine.GUEST_SERVICES, Pricing.FROM, price(6_000, 18), null)
                    .addOns(choice("express", 4_000, 12)));

    private final Menu menu;

    HouseMenu(MessageSource messages) {
        menu = new Menu("hospitality", ENTRIES, messages);
    }

    List<Draft> in(Currency currency) {
        return menu.in(currency);
    }
}
