package com.gmservices.requests.web;

import com.gmservices.requests.Dossier;
import com.gmservices.requests.Dossiers;
import com.gmservices.requests.ProviderId;
import com.gmservices.requests.Quote.Line;
import com.gmservices.requests.RequestId;
import com.gmservices.requests.RequestRefused;
import com.gmservices.requests.ServiceDesk;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Sites;
import com.gmservices.tenancy.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The buttons on the page of a request. What is refused is said there, beside the field where there is one. */
@Controller
@RequestMapping("/requests/{id}")
class RequestMoves {

    private static final int COMMENT = 2000;

    private final ServiceDesk desk;
    private final Dossiers dossiers;
    private final RequestPage page;
    private final Tenants tenants;
    private final Sites sites;

    RequestMoves(ServiceDesk desk, Dossiers dossiers, RequestPage page, Tenants tenants, Sites sites) {
        this.desk = desk;
        this.dossiers = dossiers;
        this.page = page;
        this.tenants = tenants;
        this.sites = sites;
    }

    @Allow("quote:requests")
    @PostMapping("/quote")
    String quote(
            CurrentMember member,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes redirect) {
        List<Line> lines = QuoteForm.lines(Draft.of(typed), tenants.current().currency());
        desk.quote(member, new RequestId(id), null, lines, endOf(typed.getFirst("valid_until")));
        return done("quote", redirect);
    }

    @Allow(Allow.MEMBERS)
    @PostMapping("/accept")
    String accept(CurrentMember member, @PathVariable UUID id, RedirectAttributes redirect) {
        desk.accept(member, new RequestId(id), null);
        return done("accept", redirect);
    }

    @Allow(Allow.MEMBERS)
    @PostMapping("/decline")
    String decline(
            CurrentMember member,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        desk.decline(member, new RequestId(id), null, Reason.optional(reason));
        return done("decline", redirect);
    }

    @Allow("assign:requests")
    @PostMapping("/assign")
    String assign(
            CurrentMember member, @PathVariable UUID id, @RequestParam UUID provider, RedirectAttributes redirect) {
        desk.assign(member, new RequestId(id), null, new ProviderId(provider));
        return done("assign", redirect);
    }

    @Allow("schedule:requests")
    @PostMapping("/schedule")
    String schedule(
            CurrentMember member,
            @PathVariable UUID id,
            @RequestParam(name = "starts_at", defaultValue = "") String startsAt,
            @RequestParam(name = "ends_at", defaultValue = "") String endsAt,
            RedirectAttributes redirect) {
        desk.schedule(member, new RequestId(id), null, time(startsAt, "/starts_at"), time(endsAt, "/ends_at"));
        return done("schedule", redirect);
    }

    @Allow("work:requests")
    @PostMapping("/start")
    String start(CurrentMember member, @PathVariable UUID id, RedirectAttributes redirect) {
        desk.start(member, new RequestId(id), null);
        return done("start", redirect);
    }

    @Allow("work:requests")
    @PostMapping("/hold")
    String hold(
            CurrentMember member,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        desk.hold(member, new RequestId(id), null, Reason.required(reason, "/hold_reason"));
        return done("hold", redirect);
    }

    @Allow("work:requests")
    @PostMapping("/resume")
    String resume(CurrentMember member, @PathVariable UUID id, RedirectAttributes redirect) {
        desk.resume(member, new RequestId(id), null);
        return done("resume", redirect);
    }

    @Allow("work:requests")
    @PostMapping("/complete")
    String complete(CurrentMember member, @PathVariable UUID id, RedirectAttributes redirect) {
        desk.complete(member, new RequestId(id), null);
        return done("complete", redirect);
    }

    @Allow(Allow.MEMBERS)
    @PostMapping("/cancel")
    String cancel(
            CurrentMember member,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        desk.cancel(member, new RequestId(id), null, Reason.required(reason, "/cancel_reason"));
        return done("cancel", redirect);
    }

    @Allow(Allow.MEMBERS)
    @PostMapping("/review")
    String review(
            CurrentMember member,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int rating,
            @RequestParam(defaultValue = "") String comment,
            RedirectAttributes redirect) {
        if (rating < 1 || rating > 5) {
            throw new RequestRefused.Unfit("/rating", "Choose one to five stars");
        }
        desk.review(
                member, new RequestId(id), null, rating, Reason.upTo(COMMENT, Reason.optional(comment), "/comment"));
        return done("review", redirect);
    }

    private static String done(String move, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", "requests.flash." + move);
        return "redirect:/requests/{id}";
    }

    /** Whoever may not see a request learns nothing of it, whatever they send. */
    @ModelAttribute
    void look(CurrentMember member, @PathVariable UUID id) {
        desk.find(member, new RequestId(id));
    }

    @ExceptionHandler({
        RequestRefused.NotYours.class,
        RequestRefused.WrongStage.class,
        RequestRefused.ChangedMeanwhile.class,
        RequestRefused.QuoteExpired.class,
        RequestRefused.AlreadyReviewed.class,
        RequestRefused.Unfit.class
    })
    String refused(
            RequestRefused refused,
            CurrentMember member,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        List<String> path = List.of(request.getRequestURI().split("/", -1)).reversed();
        Dossier dossier = dossiers.open(member, new RequestId(UUID.fromString(path.get(1))));
        response.setStatus(status(refused).value());
        model.addAttribute("problem", refused);
        model.addAttribute("refusedMove", path.getFirst());
        model.addAttribute("typed", Draft.of(MultiValueMap.fromMultiValue(typed(request))));
        page.fill(member, dossier, model);
        return "requests/show";
    }

    private static HttpStatus status(RequestRefused refused) {
        return switch (refused.category()) {
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case MALFORMED, MISSING, CONFLICT, STALE -> HttpStatus.CONFLICT;
        };
    }

    private static Map<String, List<String>> typed(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
    }

    private Instant endOf(@Nullable String day) {
        try {
            return LocalDate.parse(day == null ? "" : day)
                    .atTime(LocalTime.of(23, 59))
                    .atZone(sites.first().timeZone())
                    .toInstant();
        } catch (DateTimeParseException e) {
            throw new RequestRefused.Unfit("/valid_until", "Give the last day on which the quote holds");
        }
    }

    private Instant time(String typed, String pointer) {
        try {
            return LocalDateTime.parse(typed).atZone(sites.first().timeZone()).toInstant();
        } catch (DateTimeParseException e) {
            throw new RequestRefused.Unfit(pointer, "Give a day and a time");
        }
    }
}
