package com.gmservices.billing;

import com.gmservices.billing.Invoices.Choice;
import com.gmservices.billing.Paper.Kind;
import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CsvFile;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.StepUp;
import com.gmservices.tenancy.Tenants;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All papers, for whoever keeps the business's accounts. */
@Controller
class InvoicesCsv {

    private static final List<String> COLUMNS = List.of(
            "number",
            "kind",
            "issued",
            "due",
            "for",
            "buyer",
            "net",
            "tax",
            "total",
            "paid",
            "credited",
            "open",
            "currency");

    private final Invoices invoices;
    private final Standings standings;
    private final TransactionTemplate transactions;
    private final Tenants tenants;
    private final MessageSource messages;
    private final Clock clock;

    InvoicesCsv(
            Invoices invoices,
            Standings standings,
            TransactionTemplate transactions,
            Tenants tenants,
            MessageSource messages,
            Clock clock) {
        this.invoices = invoices;
        this.standings = standings;
        this.transactions = transactions;
        this.tenants = tenants;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param standing how it stands, if it is an invoice */
    private record Line(Paper paper, @Nullable Standing standing) {}

    /** With the filter of the page from which it was asked for. */
    @GetMapping("/invoices.csv")
    @Allow("export:invoices")
    @StepUp
    void send(
            CurrentMember admin,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(defaultValue = "false") boolean open,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var choice = new Choice(kind, open);
        CsvFile.<Line>send(
                response,
                tenants.current(),
                clock.instant(),
                "invoices",
                COLUMNS.stream()
                        .map(column -> messages.getMessage("billing.csv." + column, null, locale))
                        .toList(),
                cursor -> Objects.requireNonNull(transactions.execute(status -> page(admin, choice, cursor))),
                (row, line) -> write(row, line, locale));
    }

    private Page<Line> page(CurrentMember admin, Choice choice, Cursor cursor) {
        Page<Paper> page = invoices.list(admin, choice, cursor, Page.MAX_LIMIT);
        Map<PaperId, Standing> found = standings.find(page.data());
        return page.map(paper -> new Line(paper, found.get(paper.id())));
    }

    private void write(CsvFile.Row row, Line line, Locale locale) {
        Paper paper = line.paper;
        Standing standing = line.standing;
        row.text(paper.number())
                .text(messages.getMessage("billing.kind." + paper.kind().code(), null, locale))
                .text(paper.issuedOn().toString())
                .text(paper.dueOn() == null ? null : paper.dueOn().toString())
                .text(paper.reference())
                .text(paper.buyer())
                .money(paper.total().minus(paper.tax()))
                .money(paper.tax())
                .money(paper.total())
                .money(standing == null ? null : standing.paid())
                .money(standing == null ? null : standing.credited())
                .money(standing == null ? null : standing.outstanding())
                .text(paper.total().currency().getCurrencyCode());
    }
}
