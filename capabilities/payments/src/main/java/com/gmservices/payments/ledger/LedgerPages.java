package com.gmservices.payments.ledger;

import com.gmservices.audit.Verifier;
import com.gmservices.payments.ledger.Accounts.Balance;
import com.gmservices.payments.ledger.Statements.Line;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.StepUp;
import com.gmservices.tenancy.Tenants;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The books: how all stands on a day, what brought an account to its balance, and what an entry moved. */
@Controller
@RequestMapping("/ledger")
@Allow("read:ledger")
class LedgerPages {

    private static final int AT_ONCE = 50;
    private static final int LONGEST_REASON = 500;

    private final Ledger ledger;
    private final Accounts accounts;
    private final Statements statements;
    private final Days days;
    private final Verifier verifier;
    private final CustomerNames names;
    private final Tenants tenants;
    private final Clock clock;

    LedgerPages(
            Ledger ledger,
            Accounts accounts,
            Statements statements,
            Days days,
            Verifier verifier,
            CustomerNames names,
            Tenants tenants,
            Clock clock) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.statements = statements;
        this.days = days;
        this.verifier = verifier;
        this.names = names;
        this.tenants = tenants;
        this.clock = clock;
    }

    @GetMapping
    @Transactional(readOnly = true)
    String show(
            CurrentMember admin,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            Model model) {
        var zone = tenants.current().timeZone();
        LocalDate until = day == null ? LocalDate.ofInstant(clock.instant(), zone) : day;
        model.addAttribute("day", until);
        model.addAttribute("balances", TrialBalance.of(days.until(until)));
        model.addAttribute(
                "verdict", verifier.latest(Entries.CHAIN, admin.tenant()).orElse(null));
        model.addAttribute("zone", zone);
        return "payments/ledger/index";
    }

    @PostMapping("/verifications")
    String verify(CurrentMember admin, RedirectAttributes redirect) {
        verifier.verify(Entries.CHAIN, admin.tenant());
        redirect.addFlashAttribute("flash", "ledger.verified");
        return "redirect:/ledger";
    }

    @GetMapping("/accounts")
    @Transactional(readOnly = true)
    String accounts(
            @RequestParam(required = false) @Nullable Heading heading,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        List<Balance> some = accounts.list(heading, after, AT_ONCE + 1);
        List<Balance> shown = some.subList(0, Math.min(AT_ONCE, some.size()));
        model.addAttribute("accounts", shown);
        model.addAttribute(
                "names", names.among(shown.stream().map(Balance::account).toList()));
        model.addAttribute("heading", heading);
        model.addAttribute("headings", Heading.values());
        model.addAttribute(
                "next",
                some.size() > AT_ONCE
                        ? shown.getLast().address() + " "
                                + shown.getLast().balance().currency()
                        : null);
        return "payments/ledger/accounts";
    }

    /** Why is this balance what it is? */
    @GetMapping("/statement")
    @Transactional(readOnly = true)
    String statement(
            @RequestParam(name = "account", defaultValue = "") String address,
            @RequestParam(defaultValue = "") String currency,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        Account account = known(address);
        Balance balance = accounts.find(account, currency).orElseThrow(() -> new LedgerRefused.NotFound("account"));
        List<Line> some =
                statements.find(account, currency, Objects.requireNonNullElse(before, Statements.NEWEST), AT_ONCE + 1);
        List<Line> shown = some.subList(0, Math.min(AT_ONCE, some.size()));
        model.addAttribute("balance", balance);
        model.addAttribute("lines", shown);
        model.addAttribute("next", some.size() > AT_ONCE ? shown.getLast().number() : null);
        model.addAttribute(
                "names",
                names.among(Stream.concat(Stream.of(account), shown.stream().map(Line::other))
                        .toList()));
        model.addAttribute("zone", tenants.current().timeZone());
        return "payments/ledger/statement";
    }

    @GetMapping("/entries/{id}")
    @Transactional(readOnly = true)
    String entry(CurrentMember admin, @PathVariable UUID id, Model model) {
        return entry(admin, ledger.find(new EntryId(id)), null, model);
    }

    @PostMapping("/entries/{id}/reversal")
    @Allow("correct:ledger")
    @StepUp
    String reverse(
            CurrentMember admin,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return entry(admin, ledger.find(new EntryId(id)), why, model);
        }
        EntryId reversal = ledger.reverse(admin, new EntryId(id), why);
        redirect.addFlashAttribute("flash", "ledger.reversed");
        return "redirect:/ledger/entries/" + reversal;
    }

    private String entry(CurrentMember admin, Entry entry, @Nullable String refusedReason, Model model) {
        model.addAttribute("entry", entry);
        model.addAttribute("reason", refusedReason);
        model.addAttribute("reversible", entry.canBeReversed() && admin.may("correct:ledger"));
        model.addAttribute(
                "names",
                names.among(entry.postings().stream()
                        .flatMap(it -> Stream.of(it.debit(), it.credit()))
                        .toList()));
        model.addAttribute("zone", tenants.current().timeZone());
        return "payments/ledger/entry";
    }

    static Account known(String address) {
        try {
            return Account.at(address);
        } catch (IllegalArgumentException e) {
            throw new LedgerRefused.NotFound("account");
        }
    }
}
