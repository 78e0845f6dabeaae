package com.gmservices.payments.ledger;

import com.gmservices.database.Page;
import com.gmservices.payments.ledger.Accounts.Balance;
import com.gmservices.payments.ledger.Statements.Line;
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
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The books for spreadsheets: how all accounts stand, and what brought one to its balance. */
@Controller
@RequestMapping("/ledger")
@Allow("read:ledger")
@StepUp
class LedgerCsv {

    private static final List<String> ACCOUNTS = List.of("account", "of", "postings", "balance", "currency");
    private static final List<String> LINES =
            List.of("number", "when", "what", "account", "of", "change", "balance", "currency", "entry");

    private final Accounts accounts;
    private final Statements statements;
    private final CustomerNames names;
    private final TransactionTemplate transactions;
    private final Tenants tenants;
    private final MessageSource messages;
    private final Clock clock;

    LedgerCsv(
            Accounts accounts,
            Statements statements,
            CustomerNames names,
            TransactionTemplate transactions,
            Tenants tenants,
            MessageSource messages,
            Clock clock) {
        this.accounts = accounts;
        this.statements = statements;
        this.names = names;
        this.transactions = transactions;
        this.tenants = tenants;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param of whose the account is beside its heading, if it is somebody's */
    private record Named<T>(T row, @Nullable String of) {}

    @GetMapping("/accounts.csv")
    void accounts(
            @RequestParam(required = false) @Nullable Heading heading, Locale locale, HttpServletResponse response)
            throws IOException {
        CsvFile.<Named<Balance>>sendInOrder(
                response,
                tenants.current(),
                clock.instant(),
                "accounts",
                headings(ACCOUNTS, locale),
                after -> page(
                        () -> accounts.list(heading, after == null ? "" : after, Page.MAX_LIMIT + 1),
                        Balance::account,
                        last -> last.address() + " " + last.balance().currency()),
                (row, named) -> row.text(say(named.row.account().heading(), locale))
                        .text(named.of)
                        .number(named.row.postings())
                        .money(named.row.balance())
                        .text(named.row.balance().currency().getCurrencyCode()));
    }

    @GetMapping("/statement.csv")
    void statement(
            @RequestParam(name = "account", defaultValue = "") String address,
            @RequestParam(defaultValue = "") String currency,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        Account account = LedgerPages.known(address);
        if (Objects.requireNonNull(transactions.execute(status -> accounts.find(account, currency)))
                .isEmpty()) {
            throw new LedgerRefused.NotFound("account");
        }
        CsvFile.<Named<Line>>sendInOrder(
                response,
                tenants.current(),
                clock.instant(),
                "statement",
                headings(LINES, locale),
                before -> page(
                        () -> statements.find(
                                account,
                                currency,
                                before == null ? Statements.NEWEST : Long.parseLong(before),
                                Page.MAX_LIMIT + 1),
                        Line::other,
                        last -> Long.toString(last.number())),
                (row, named) -> write(row, named, locale));
    }

    private void write(CsvFile.Row row, Named<Line> named, Locale locale) {
        Line line = named.row;
        row.number(line.number())
                .time(line.at())
                .text(messages.getMessage("ledger.type." + line.type().code(), null, locale))
                .text(say(line.other().heading(), locale))
                .text(named.of)
                .money(line.change())
                .money(line.balance())
                .text(line.balance().currency().getCurrencyCode())
                .text(line.entry().toString());
    }

    private <T> Page<Named<T>> page(Supplier<List<T>> rows, Function<T, Account> account, Function<T, String> cursor) {
        return Objects.requireNonNull(transactions.execute(status -> {
            List<T> some = rows.get();
            List<T> shown = some.subList(0, Math.min(Page.MAX_LIMIT, some.size()));
            boolean more = some.size() > shown.size();
            Map<String, String> customers =
                    names.among(shown.stream().map(account).toList());
            return new Page<>(shown, more ? cursor.apply(shown.getLast()) : null, more)
                    .map(row -> new Named<>(row, of(account.apply(row), customers)));
        }));
    }

    private static @Nullable String of(Account account, Map<String, String> customers) {
        return customers.getOrDefault(account.address(), account.of());
    }

    private List<String> headings(List<String> columns, Locale locale) {
        return columns.stream()
                .map(column -> messages.getMessage("ledger.csv." + column, null, locale))
                .toList();
    }

    private String say(Heading heading, Locale locale) {
        return messages.getMessage("ledger.heading." + heading.code(), null, locale);
    }
}
