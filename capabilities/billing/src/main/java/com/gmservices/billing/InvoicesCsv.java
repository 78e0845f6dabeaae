package com.gmservices.billing;

import com.gmservices.billing.Invoices.Choice;
import com.gmservices.database.Page;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CsvFile;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Tenants;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** All papers, for whoever keeps the business's accounts. */
@Controller
class InvoicesCsv {

    private static final List<String> COLUMNS =
            List.of("number", "kind", "issued", "due", "for", "buyer", "net", "tax", "total", "currency");

    private final Invoices invoices;
    private final Tenants tenants;
    private final MessageSource messages;
    private final Clock clock;

    InvoicesCsv(Invoices invoices, Tenants tenants, MessageSource messages, Clock clock) {
        this.invoices = invoices;
        this.tenants = tenants;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/invoices.csv")
    @Allow("export:invoices")
    void send(CurrentMember admin, Locale locale, HttpServletResponse response) throws IOException {
        CsvFile.<Paper>send(
                response,
                tenants.current(),
                clock.instant(),
                "invoices",
                COLUMNS.stream()
                        .map(column -> messages.getMessage("billing.csv." + column, null, locale))
                        .toList(),
                cursor -> invoices.list(admin, new Choice(null, false), cursor, Page.MAX_LIMIT),
                (row, paper) -> write(row, paper, locale));
    }

    private void write(CsvFile.Row row, Paper paper, Locale locale) {
        row.text(paper.number())
                .text(messages.getMessage("billing.kind." + paper.kind().code(), null, locale))
                .text(paper.issuedOn().toString())
                .text(paper.dueOn() == null ? null : paper.dueOn().toString())
                .text(paper.reference())
                .text(paper.buyer())
                .money(paper.total().minus(paper.tax()))
                .money(paper.tax())
                .money(paper.total())
                .text(paper.total().currency().getCurrencyCode());
    }
}
