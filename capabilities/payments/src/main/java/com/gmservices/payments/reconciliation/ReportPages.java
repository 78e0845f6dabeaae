package com.gmservices.payments.reconciliation;

import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Tenants;
import jakarta.servlet.http.HttpServletResponse;
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

/** What gateways have told of a day, whether it agrees, and what to do where it does not. */
@Controller
@RequestMapping("/reconciliation")
@Allow("read:reconciliation")
class ReportPages {

    private final Worklist worklist;
    private final Differences differences;
    private final ReconciledDays days;
    private final Movements movements;
    private final Words words;
    private final Members members;
    private final Tenants tenants;
    private final TransactionTemplate transactions;

    ReportPages(
            Worklist worklist,
            Differences differences,
            ReconciledDays days,
            Movements movements,
            Words words,
            Members members,
            Tenants tenants,
            TransactionTemplate transactions) {
        this.worklist = worklist;
        this.differences = differences;
        this.days = days;
        this.movements = movements;
        this.words = words;
        this.members = members;
        this.tenants = tenants;
        this.transactions = transactions;
    }

    /** A form for a difference that could not be taken as it was. */
    private record Refused(DifferenceId difference, String note, String problem) {}

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
}
