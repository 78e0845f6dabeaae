package com.gmservices.finance;

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

/** What a lender or adviser usually offers. The prices are fees for the work: what a loan costs is in its own offer. */
@Component
class FinanceMenu {

    private static final List<Menu.Entry> ENTRIES = List.of(
            entry("personal_loan", FinanceLine.LOAN_APPLICATION, Pricing.FIXED, price(10_000, 35), null)
                    .tiers(choice("express", 20_000, 65))
                    .addOns(choice("papers", 7_500, 25)),
            entry("business_loan", FinanceLine.LOAN_APPLICATION, Pricing.FIXED, price(50_000, 150), null)
                    .tiers(choice("express", 80_000, 240))
                    .addOns(choice("business_plan", 120_000, 450)),
            entry("home_loan", FinanceLine.LOAN_APPLICATION, Pricing.FROM, price(100_000, 350), null),
            entry("credit_report", FinanceLine.CREDIT_ASSESSMENT, Pricing.FIXED, price(7_500, 29), null)
                    .tiers(choice("all_bureaus", 15_000, 59))
                    .addOns(choice("talk", 12_000, 45)),
            entry("business_credit", FinanceLine.CREDIT_ASSESSMENT, Pricing.FROM, price(75_000, 240), null),
            entry("instalments", FinanceLine.PAYMENT_PLAN, Pricing.FIXED, price(5_000, 15), null)
                    .addOns(choice("letter", 10_000, 40)),
            entry("creditors", FinanceLine.PAYMENT_PLAN, Pricing.QUOTE, NO_PRICE, null),
            entry("consultation", FinanceLine.FINANCIAL_CONSULTING, Pricing.FIXED, price(25_000, 95), 60)
                    .tiers(choice("long", 45_000, 170))
                    .addOns(choice("written_plan", 30_000, 120)));

    private final Menu menu;

    FinanceMenu(MessageSource messages) {
        menu = new Menu("finance", ENTRIES, messages);
    }

    List<Draft> in(Currency currency) {
        return menu.in(currency);
    }
}
