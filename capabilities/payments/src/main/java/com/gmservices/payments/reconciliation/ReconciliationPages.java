package com.gmservices.payments.reconciliation;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.payments.reconciliation.Differences.Filter;
import com.gmservices.payments.reconciliation.Report.Calendar;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Tenants;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whether gateways and books agree, day by day, and what to do where they do not. */
@Controller
@RequestMapping("/reconciliation")
@Allow("read:reconciliation")
class ReconciliationPages {

    private static final int DAYS = 31;

    private final Worklist worklist;
    private final Differences differences;
    private final Rounds rounds;
    private final ReconciledDays days;
    private final Movements movements;
    private final GatewayStatements statements;
    private final ReconciliationJobs jobs;
    private final Words words;
    private final Members members;
    private final Tenants tenants;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ReconciliationPages(
            Worklist worklist,
            Differences differences,
            Rounds rounds,
            ReconciledDays days,
            Movements movements,
            GatewayStatements statements,
            ReconciliationJobs jobs,
            Words words,
            Members members,
            Tenants tenants,
            TransactionTemplate transactions,
            Clock clock) {
        this.worklist = worklist;
        this.differences = differences;
        this.rounds = rounds;
        this.days = days;
        this.movements = movements;
        this.statements = statements;
        this.jobs = jobs;
        this.words = words;
        this.members = members;
        this.tenants = tenants;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A form for a difference that could not be taken as it was. */
    private record Refused(DifferenceId difference, String note, String problem) {}

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

    @GetMapping("/{day}")
    String show(
            CurrentMember admin,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            Model model) {
        return show(admin, day, null, model);
    }

    @PostMapping("/differences/{id}/resolution")
    @Allow("resolve:reconciliation")
    String resolve(
            CurrentMember admin,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int revision,
            @RequestParam(defaultValue = "") String note,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var difference = new DifferenceId(id);
        LocalDate day = worklist.find(difference).day();
        try {
            worklist.resolve(admin, difference, revision, note);
        } catch (ReconciliationRefused.NoteMissing missing) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return show(admin, day, new Refused(difference, note, "reconciliation.note.missing"), model);
        } catch (ReconciliationRefused.ChangedMeanwhile changed) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return show(admin, day, new Refused(difference, note, "reconciliation.changed"), model);
        }
        redirect.addFlashAttribute("flash", "reconciliation.resolved");
        return "redirect:/reconciliation/" + day;
    }

    @PostMapping("/differences/{id}/look-up")
    @Allow("resolve:reconciliation")
    String lookAgain(
            CurrentMember admin,
            @PathVariable UUID id,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var difference = new DifferenceId(id);
        LocalDate day = worklist.find(difference).day();
        try {
            String outcome = worklist.lookAgain(admin, difference)
                    .map(after -> after.isOpen() ? "same" : "gone")
                    .orElse("silent");
            redirect.addFlashAttribute("flash", "reconciliation.looked-up." + outcome);
            return "redirect:/reconciliation/" + day;
        } catch (ReconciliationRefused.ChangedMeanwhile changed) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            return show(admin, day, new Refused(difference, "", "reconciliation.changed"), model);
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
            model.addAttribute("calendar", Calendar.of(days.before(until, DAYS)));
        });
        model.addAttribute("most", DAYS);
        model.addAttribute("gateways", statements.gateways());
        model.addAttribute("today", today());
        model.addAttribute("day", refusedDay == null ? today().minusDays(1) : refusedDay);
        model.addAttribute("refused", refusedDay != null);
        model.addAttribute("words", words);
        model.addAttribute("zone", tenants.current().timeZone());
        return "payments/reconciliation/index";
    }

    private String show(CurrentMember admin, LocalDate day, @Nullable Refused refused, Model model) {
        List<Report> reports =
                transactions.execute(status -> Report.of(days.of(day), movements.sums(day), differences.of(day)));
        model.addAttribute("day", day);
        model.addAttribute("reports", reports);
        model.addAttribute("names", names(reports));
        model.addAttribute("refused", refused);
        model.addAttribute("mayResolve", admin.may("resolve:reconciliation"));
        model.addAttribute("longest", Worklist.LONGEST_NOTE);
        model.addAttribute("words", words);
        model.addAttribute("zone", tenants.current().timeZone());
        return "payments/reconciliation/day";
    }

    /** Of those who have resolved something. */
    private Map<MemberId, String> names(List<Report> reports) {
        var people = reports.stream()
                .flatMap(report -> report.differences().stream())
                .map(Difference::resolvedBy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return members.findAll(people).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().name()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), tenants.current().timeZone());
    }
}
