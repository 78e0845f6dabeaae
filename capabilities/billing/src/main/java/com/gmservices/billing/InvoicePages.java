package com.gmservices.billing;

import com.gmservices.billing.Invoices.Choice;
import com.gmservices.billing.Paper.Kind;
import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.money.Money;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.StepUp;
import com.gmservices.tenancy.Tenants;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Papers to look at, to print and to credit: customers their own, staff all. */
@Controller
@RequestMapping("/invoices")
@Allow("read:invoices")
class InvoicePages {

    private final Invoices invoices;
    private final Standings standings;
    private final Print print;
    private final Tenants tenants;
    private final Clock clock;

    InvoicePages(Invoices invoices, Standings standings, Print print, Tenants tenants, Clock clock) {
        this.invoices = invoices;
        this.standings = standings;
        this.print = print;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** @param amount in major units; empty for all that is left */
    record CreditForm(@Nullable String amount, @Nullable String reason) {}

    @GetMapping
    @Transactional(readOnly = true)
    String list(
            CurrentMember member,
            @RequestParam(required = false) @Nullable Kind kind,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(required = false) @Nullable Cursor cursor,
            Model model) {
        Page<Paper> page = invoices.list(
                member, new Choice(kind, open), cursor == null ? Cursor.newest() : cursor, Page.DEFAULT_LIMIT);
        model.addAttribute("page", page);
        model.addAttribute("standings", standings.find(page.data()));
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", Kind.values());
        model.addAttribute("open", open);
        model.addAttribute("today", today());
        return "billing/index";
    }

    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    String show(CurrentMember member, @PathVariable UUID id, Model model) {
        return show(member, new PaperId(id), new CreditForm(null, null), null, model);
    }

    @GetMapping("/{id}/pdf")
    ResponseEntity<byte[]> pdf(CurrentMember member, @PathVariable UUID id, Locale locale) {
        Paper paper = invoices.find(member, new PaperId(id));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(paper.number() + ".pdf")
                                .build()
                                .toString())
                .body(print.pdf(paper, tenants.current().accent(), locale));
    }

    @PostMapping("/{id}/credit-notes")
    @Allow("credit:invoices")
    @StepUp
    String credit(
            CurrentMember staff,
            @PathVariable UUID id,
            @ModelAttribute CreditForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var invoice = new PaperId(id);
        String reason = form.reason == null ? "" : form.reason.strip();
        String problem = reason.isEmpty() || reason.length() > 500 ? "billing.credit.reason.missing" : null;
        if (problem == null) {
            try {
                Paper note = invoices.credit(staff, invoice, amount(staff, invoice, form), reason);
                flash.addFlashAttribute("flash", "billing.credited");
                return "redirect:/invoices/" + note.id();
            } catch (BillingRefused.Unfit | IllegalArgumentException e) {
                problem = "billing.credit.unfit";
            }
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return show(staff, invoice, form, problem, model);
    }

    private String show(CurrentMember member, PaperId id, CreditForm form, @Nullable String problem, Model model) {
        Paper paper = invoices.find(member, id);
        Standing standing = invoices.standing(member, id).orElse(null);
        model.addAttribute("paper", paper);
        model.addAttribute("standing", standing);
        model.addAttribute("notes", paper.kind() == Kind.INVOICE ? invoices.creditNotes(member, id) : List.of());
        model.addAttribute("today", today());
        model.addAttribute(
                "creditable", standing != null && standing.creditable().isPositive() && member.may("credit:invoices"));
        model.addAttribute("form", form);
        model.addAttribute("problem", problem);
        return "billing/show";
    }

    private @Nullable Money amount(CurrentMember staff, PaperId invoice, CreditForm form) {
        String amount = form.amount;
        return amount == null || amount.isBlank()
                ? null
                : Money.ofMajor(
                        new BigDecimal(amount.strip()),
                        invoices.find(staff, invoice).total().currency());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), tenants.current().timeZone());
    }
}
