package com.gmservices.payments.reconciliation;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Statement.Movement;
import com.gmservices.payments.reconciliation.Difference.Status;
import com.gmservices.payments.reconciliation.Differences.Filter;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CsvFile;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.StepUp;
import com.gmservices.tenancy.Tenants;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Differences, and what gateways have told of a day, for spreadsheets. */
@Controller
class ReconciliationCsv {

    private static final List<String> DIFFERENCES = List.of(
            "day",
            "gateway",
            "what",
            "line",
            "theirs",
            "ours",
            "currency",
            "payment",
            "proposal",
            "status",
            "note",
            "found",
            "closed");
    private static final List<String> MOVEMENTS =
            List.of("when", "gateway", "kind", "line", "amount", "fee", "currency", "known", "payment");

    private final Worklist worklist;
    private final Movements movements;
    private final Words words;
    private final Tenants tenants;
    private final MessageSource messages;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ReconciliationCsv(
            Worklist worklist,
            Movements movements,
            Words words,
            Tenants tenants,
            MessageSource messages,
            TransactionTemplate transactions,
            Clock clock) {
        this.worklist = worklist;
        this.movements = movements;
        this.words = words;
        this.tenants = tenants;
        this.messages = messages;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** All of them, or the open ones. */
    @GetMapping("/reconciliation.csv")
    @Allow("read:reconciliation")
    @StepUp
    void differences(
            CurrentMember admin,
            @RequestParam(required = false) @Nullable Status status,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        CsvFile.<Difference>send(
                response,
                tenants.current(),
                clock.instant(),
                "differences",
                columns(DIFFERENCES, locale),
                cursor -> worklist.list(admin, new Filter(status, null), cursor, Page.MAX_LIMIT),
                (row, difference) -> write(row, difference, locale));
    }

    @GetMapping("/reconciliation/{day}/movements.csv")
    @Allow("read:reconciliation")
    @StepUp
    void movements(
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        CsvFile.<Told>send(
                response,
                tenants.current(),
                clock.instant(),
                "movements-" + day,
                columns(MOVEMENTS, locale),
                cursor -> page(day, cursor),
                (row, told) -> write(row, told, locale));
    }

    private Page<Told> page(LocalDate day, Cursor cursor) {
        return transactions.execute(status -> movements.of(day, cursor, Page.MAX_LIMIT));
    }

    private void write(CsvFile.Row row, Difference difference, Locale locale) {
        Money some = Stream.of(difference.theirs(), difference.ours())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        row.text(difference.day().toString())
                .text(words.gateway(difference.gateway(), locale))
                .text(words.finding(difference, locale))
                .text(difference.line())
                .money(difference.theirs())
                .money(difference.ours())
                .text(some == null ? null : some.currency().getCurrencyCode())
                .text(difference.payment() == null ? null : difference.payment().toString())
                .text(words.proposal(difference, locale))
                .text(say("reconciliation.status." + difference.status().code(), locale))
                .text(difference.note())
                .time(difference.foundAt())
                .time(difference.closedAt());
    }

    private void write(CsvFile.Row row, Told told, Locale locale) {
        Movement movement = told.movement();
        row.time(movement.at())
                .text(words.gateway(told.gateway(), locale))
                .text(say("reconciliation.kind." + Movements.code(movement.kind()), locale))
                .text(movement.reference())
                .money(movement.gross())
                .money(movement.fee())
                .text(movement.gross().currency().getCurrencyCode())
                .text(say("reconciliation.state." + told.state().code(), locale))
                .text(told.payment() == null ? null : told.payment().toString());
    }

    private List<String> columns(List<String> names, Locale locale) {
        return names.stream()
                .map(name -> say("reconciliation.csv." + name, locale))
                .toList();
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
