package com.gmservices.payments.dispute;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.payments.dispute.DisputedCharges.Paid;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.StepUp;
import com.gmservices.tenancy.Tenants;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What payers have complained about, and where staff answer it. */
@Controller
@RequestMapping("/disputes")
@Allow("read:disputes")
class DisputePages {

    private final Disputes disputes;
    private final Answering answering;
    private final EvidenceFiles files;
    private final DisputedCharges charges;
    private final Members members;
    private final Tenants tenants;
    private final Clock clock;

    DisputePages(
            Disputes disputes,
            Answering answering,
            EvidenceFiles files,
            DisputedCharges charges,
            Members members,
            Tenants tenants,
            Clock clock) {
        this.disputes = disputes;
        this.answering = answering;
        this.files = files;
        this.charges = charges;
        this.members = members;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** @param payer by name; null for whom nobody knows any more */
    record Row(
            Dispute dispute,
            Paid paid,
            @Nullable String payer,
            @Nullable Due due) {}

    /**
     * @param sure whether they have said that they have read it through
     * @param draft whether it is only to be kept
     */
    record AnswerForm(
            @Nullable String key,
            @Nullable String explanation,
            @Nullable Boolean sure,
            @Nullable Boolean draft) {

        static AnswerForm of(Dispute dispute) {
            return new AnswerForm(UUID.randomUUID().toString(), dispute.draft(), null, null);
        }

        String text() {
            return explanation == null ? "" : explanation;
        }
    }

    /** @param what the rest of a message's key */
    record Moment(
            String what, @Nullable String by, @Nullable Answer answer, Instant at) {}

    @GetMapping
    String list(CurrentMember staff, @RequestParam(required = false) @Nullable Cursor cursor, Model model) {
        Page<Dispute> decided = disputes.decided(staff, cursor == null ? Cursor.newest() : cursor, Page.DEFAULT_LIMIT);
        List<Dispute> shown = new ArrayList<>(cursor == null ? disputes.open(staff) : List.of());
        shown.addAll(decided.data());
        model.addAttribute("rows", rows(shown));
        model.addAttribute("next", decided.nextCursor());
        model.addAttribute("unsettled", cursor == null ? disputes.unsettled(staff) : List.of());
        model.addAttribute("zone", zone());
        return "payments/disputes/index";
    }

    @GetMapping("/{id}")
    String show(CurrentMember staff, @PathVariable UUID id, Model model) {
        Dispute dispute = disputes.find(staff, new DisputeId(id));
        return page(staff, dispute, AnswerForm.of(dispute), null, model);
    }

    @PostMapping("/{id}/evidence")
    @Allow("answer:disputes")
    String contest(
            CurrentMember staff,
            @PathVariable UUID id,
            @ModelAttribute("form") AnswerForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var dispute = new DisputeId(id);
        try {
            if (Boolean.TRUE.equals(form.draft)) {
                answering.draft(staff, dispute, form.text());
                flash.addFlashAttribute("flash", "disputes.flash.kept");
                return "redirect:/disputes/%s#answer".formatted(id);
            }
            if (!Boolean.TRUE.equals(form.sure)) {
                return again(staff, dispute, form, "disputes.answer.not-sure", model, response);
            }
            answering.contest(staff, dispute, form.text(), null, key(form.key));
        } catch (DisputeRefused.Unfit refused) {
            return again(staff, dispute, form, refused.getMessage(), model, response);
        } catch (DisputeRefused.WrongStage | DisputeRefused.AnswerUnderWay late) {
            return late(id, flash);
        }
        return answered(dispute, flash);
    }

    @PostMapping("/{id}/acceptance")
    @Allow("answer:disputes")
    @StepUp
    String accept(
            CurrentMember staff,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String key,
            RedirectAttributes flash) {
        try {
            answering.accept(staff, new DisputeId(id), key(key));
        } catch (DisputeRefused.WrongStage | DisputeRefused.AnswerUnderWay late) {
            return late(id, flash);
        }
        return answered(new DisputeId(id), flash);
    }

    private String again(
            CurrentMember staff,
            DisputeId id,
            AnswerForm form,
            @Nullable String problem,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return page(staff, disputes.find(staff, id), form, problem, model);
    }

    private static String late(UUID id, RedirectAttributes flash) {
        flash.addFlashAttribute("flash", "disputes.flash.late");
        return "redirect:/disputes/" + id;
    }

    private String answered(DisputeId id, RedirectAttributes flash) {
        boolean pending = answering.of(id).stream().anyMatch(Answer::isPending);
        flash.addFlashAttribute("flash", pending ? "disputes.flash.pending" : "disputes.flash.sent");
        return "redirect:/disputes/" + id;
    }

    private String page(CurrentMember staff, Dispute dispute, AnswerForm form, @Nullable String problem, Model model) {
        List<Answer> answers = answering.of(dispute.id());
        Row row = rows(List.of(dispute)).getFirst();
        model.addAttribute("row", row);
        model.addAttribute("dispute", dispute);
        model.addAttribute(
                "pending",
                answers.stream().filter(Answer::isPending).findFirst().orElse(null));
        model.addAttribute("failed", !answers.isEmpty() && answers.getFirst().status() == Answer.Status.FAILED);
        model.addAttribute("answerable", dispute.awaitsAnswer() && staff.may("answer:disputes"));
        model.addAttribute("attachments", files.on(dispute.id(), staff));
        model.addAttribute("timeline", timeline(dispute, answers));
        model.addAttribute("form", form);
        model.addAttribute("problem", problem);
        model.addAttribute("longest", Answering.LONGEST);
        model.addAttribute("zone", zone());
        return "payments/disputes/show";
    }

    private List<Row> rows(Collection<Dispute> some) {
        Map<UUID, Paid> payments =
                charges.payments(some.stream().map(Dispute::payment).collect(Collectors.toSet()));
        Map<MemberId, String> names =
                names(payments.values().stream().map(Paid::payer).toList());
        Instant now = clock.instant();
        ZoneId zone = zone();
        return some.stream()
                .map(dispute -> {
                    Paid paid = Objects.requireNonNull(payments.get(dispute.payment()));
                    return new Row(dispute, paid, names.get(paid.payer()), Due.of(dispute, now, zone));
                })
                .toList();
    }

    /** The newest first. */
    private List<Moment> timeline(Dispute dispute, List<Answer> answers) {
        Map<MemberId, String> names = names(answers.stream().map(Answer::by).toList());
        var moments = new ArrayList<Moment>();
        Optional.ofNullable(dispute.decidedAt())
                .ifPresent(at -> moments.add(new Moment(dispute.stage().code(), null, null, at)));
        answers.forEach(answer ->
                moments.add(new Moment(answer.kind().code(), names.get(answer.by()), answer, answer.answeredAt())));
        moments.add(new Moment("opened", null, null, dispute.openedAt()));
        return moments;
    }

    private Map<MemberId, String> names(Collection<MemberId> people) {
        return members.findAll(people).values().stream().collect(Collectors.toMap(Member::id, Member::name));
    }

    private ZoneId zone() {
        return tenants.current().timeZone();
    }

    private static String key(@Nullable String key) {
        return key == null || key.isBlank() || key.length() > 255
                ? UUID.randomUUID().toString()
                : key;
    }
}
