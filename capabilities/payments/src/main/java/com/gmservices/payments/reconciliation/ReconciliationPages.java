package com.gmservices.payments.reconciliation;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.payments.reconciliation.Differences.Filter;
import com.gmservices.payments.reconciliation.Report.Calendar;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Tenants;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is open, how far each gateway is compared, and the days. */
@Controller
@RequestMapping("/reconciliation")
@Allow("read:reconciliation")
class ReconciliationPages {

    private static final int DAYS = 31;

    private final Worklist worklist;
    private final Rounds rounds;
    private final ReconciledDays days;
    private final GatewayStatements statements;
    private final ReconciliationJobs jobs;
    private final Words words;
    private final Tenants tenants;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ReconciliationPages(
            Worklist worklist,
            Rounds rounds,
            ReconciledDays days,
            GatewayStatements statements,
            ReconciliationJobs jobs,
            Words words,
            Tenants tenants,
            TransactionTemplate transactions,
            Clock clock) {
        this.worklist = worklist;
        this.rounds = rounds;
        this.days = days;
        this.statements = statements;
        this.jobs = jobs;
        this.words = words;
        this.tenants = tenants;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping
    String list(
            CurrentMember admin,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate before,
            @RequestParam(required = false) @Nullable Cursor cursor,
            Model model) {
        return list(admin, before, cursor, null, model);
    }

    @PostMapping("/runs")
    @Allow("resolve:reconciliation")
    String begin(
            CurrentMember admin,
            @RequestParam(defaultValue = "") String gateway,
            @RequestParam(defaultValue = "") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            boolean begun = jobs.begin(admin, gateway, Objects.requireNonNullElseGet(day, this::today));
            redirect.addFlashAttribute("flash", begun ? "reconciliation.begun" : "reconciliation.busy");
            return "redirect:/reconciliation";
        } catch (ReconciliationRefused refused) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return list(admin, null, null, day, model);
        }
    }

    private String list(
            CurrentMember admin,
            @Nullable LocalDate before,
            @Nullable Cursor cursor,
            @Nullable LocalDate refusedDay,
            Model model) {
        LocalDate until = before == null ? today().plusDays(1) : before;
        model.addAttribute(
                "open",
                worklist.list(admin, Filter.OPEN, cursor == null ? Cursor.newest() : cursor, Page.DEFAULT_LIMIT));
        transactions.executeWithoutResult(status -> {
            model.addAttribute("rounds", rounds.all());
            model.addAttribute("gateways", statements.known());
            model.addAttribute("calendar", Calendar.of(days.before(until, DAYS), DAYS));
        });
        model.addAttribute("today", today());
        model.addAttribute("day", refusedDay == null ? today().minusDays(1) : refusedDay);
        model.addAttribute("refused", refusedDay != null);
        model.addAttribute("words", words);
        model.addAttribute("zone", tenants.current().timeZone());
        return "payments/reconciliation/index";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), tenants.current().timeZone());
    }
}
