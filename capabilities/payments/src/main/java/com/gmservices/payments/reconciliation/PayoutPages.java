package com.gmservices.payments.reconciliation;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.payments.account.BankAccounts;
import com.gmservices.payments.reconciliation.Payouts.Payout;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CsvFile;
import com.gmservices.tenancy.StepUp;
import com.gmservices.tenancy.Tenants;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What has gone to the bank, on a page and for spreadsheets. */
@Controller
@Allow("read:ledger")
class PayoutPages {

    private static final List<String> COLUMNS =
            List.of("when", "gateway", "reference", "amount", "fee", "currency", "entry", "bank", "account", "holder");

    private final Payouts payouts;
    private final BankAccounts accounts;
    private final Words words;
    private final Tenants tenants;
    private final MessageSource messages;
    private final Clock clock;

    PayoutPages(
            Payouts payouts, BankAccounts accounts, Words words, Tenants tenants, MessageSource messages, Clock clock) {
        this.payouts = payouts;
        this.accounts = accounts;
        this.words = words;
        this.tenants = tenants;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/payouts")
    String list(@RequestParam(required = false) @Nullable Cursor cursor, Model model) {
        model.addAttribute("page", payouts.list(cursor == null ? Cursor.newest() : cursor, Page.DEFAULT_LIMIT));
        model.addAttribute("words", words);
        model.addAttribute("zone", tenants.current().timeZone());
        return "payments/payouts";
    }

    @GetMapping("/payouts.csv")
    @StepUp
    void send(Locale locale, HttpServletResponse response) throws IOException {
        Map<UUID, String> numbers = accounts.numbers();
        CsvFile.<Payout>send(
                response,
                tenants.current(),
                clock.instant(),
                "payouts",
                COLUMNS.stream()
                        .map(column -> messages.getMessage("payouts.csv." + column, null, locale))
                        .toList(),
                cursor -> payouts.list(cursor, Page.MAX_LIMIT),
                (row, payout) -> row.time(payout.at())
                        .text(words.gateway(payout.gateway(), locale))
                        .text(payout.reference())
                        .money(payout.amount())
                        .money(payout.fee())
                        .text(payout.amount().currency().getCurrencyCode())
                        .text(payout.entry().toString())
                        .text(payout.into() == null ? null : payout.into().bank())
                        .text(
                                payout.into() == null
                                        ? null
                                        : numbers.get(payout.into().account()))
                        .text(payout.into() == null ? null : payout.into().holder()));
    }
}
