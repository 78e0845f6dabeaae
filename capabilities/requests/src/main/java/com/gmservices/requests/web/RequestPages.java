package com.gmservices.requests.web;

import com.gmservices.database.Cursor;
import com.gmservices.money.Money;
import com.gmservices.requests.Dossier;
import com.gmservices.requests.Dossiers;
import com.gmservices.requests.ProviderId;
import com.gmservices.requests.Providers;
import com.gmservices.requests.Quote.Line;
import com.gmservices.requests.RequestId;
import com.gmservices.requests.RequestRefused;
import com.gmservices.requests.RequestStatus;
import com.gmservices.requests.ServiceDesk;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Refusal;
import com.gmservices.tenancy.Site;
import com.gmservices.tenancy.Sites;
import com.gmservices.tenancy.Tenants;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of requests, and the page of one: the same for customer and staff, each with what they may do. */
@Controller
@RequestMapping("/requests")
class RequestPages {

    private static final int PER_PAGE = 25;
    private static final int REASON = 1000;
    private static final int COMMENT = 2000;

    private final ServiceDesk desk;
    private final Dossiers dossiers;
    private final RequestPage page;
    private final Providers providers;
    private final Tenants tenants;
    private final Sites sites;

    RequestPages(
            ServiceDesk desk, Dossiers dossiers, RequestPage page, Providers providers, Tenants tenants, Sites sites) {
        this.desk = desk;
        this.dossiers = dossiers;
        this.page = page;
        this.providers = providers;
        this.tenants = tenants;
        this.sites = sites;
    }

    @Allow(Allow.MEMBERS)
    @GetMapping
    String list(
            CurrentMember member,
            @RequestParam(required = false) @Nullable RequestStatus status,
            @RequestParam(required = false) @Nullable Cursor cursor,
            Model model) {
        boolean staff = member.may("read:all-requests");
        model.addAttribute(
                "requests", dossiers.list(member, false, status, cursor == null ? Cursor.newest() : cursor, PER_PAGE));
        model.addAttribute("status", status);
        model.addAttribute("statuses", RequestStatus.values());
        model.addAttribute("zone", tenants.current().timeZone());
        if (staff) {
            model.addAttribute("counts", desk.counts(member));
        }
        return staff ? "requests/list" : "requests/mine";
    }

    @Allow(Allow.MEMBERS)
    @GetMapping("/{id}")
    @Transactional(readOnly = true)
    String show(CurrentMember member, @PathVariable UUID id, Model model) {
        return show(member, dossiers.open(member, new RequestId(id)), model);
    }

    @Allow("quote:requests")
    @PostMapping("/{id}/quote")
    String quote(
            CurrentMember member,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        model.addAttribute("typed", Draft.of(typed));
        return act(member, id, "quote", model, response, redirect, request -> {
            List<Line> lines = lines(Draft.of(typed), tenants.current().currency());
            desk.quote(member, request, null, lines, endOf(typed.getFirst("valid_until")));
        });
    }

    @Allow(Allow.MEMBERS)
    @PostMapping("/{id}/accept")
    String accept(
            CurrentMember member,
            @PathVariable UUID id,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return act(member, id, "accept", model, response, redirect, request -> desk.accept(member, request, null));
    }

    @Allow(Allow.MEMBERS)
    @PostMapping("/{id}/decline")
    String decline(
            CurrentMember member,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return act(
                member,
                id,
                "decline",
                model,
                response,
                redirect,
                request -> desk.decline(member, request, null, optional(reason)));
    }

    @Allow("assign:requests")
    @PostMapping("/{id}/assign")
    String assign(
            CurrentMember member,
            @PathVariable UUID id,
            @RequestParam UUID provider,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return act(
                member,
                id,
                "assign",
                model,
                response,
                redirect,
                request -> desk.assign(member, request, null, new ProviderId(provider)));
    }

    @Allow("schedule:requests")
    @PostMapping("/{id}/schedule")
    String schedule(
            CurrentMember member,
            @PathVariable UUID id,
            @RequestParam(name = "starts_at", defaultValue = "") String startsAt,
            @RequestParam(name = "ends_at", defaultValue = "") String endsAt,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return act(
                member,
                id,
                "schedule",
                model,
                response,
                redirect,
                request ->
                        desk.schedule(member, request, null, time(startsAt, "/starts_at"), time(endsAt, "/ends_at")));
    }

    @Allow("work:requests")
    @PostMapping("/{id}/start")
    String start(
            CurrentMember member,
            @PathVariable UUID id,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return act(member, id, "start", model, response, redirect, request -> desk.start(member, request, null));
    }

    @Allow("work:requests")
    @PostMapping("/{id}/hold")
    String hold(
            CurrentMember member,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return act(
                member,
                id,
                "hold",
                model,
                response,
                redirect,
                request -> desk.hold(member, request, null, required(reason, "/hold_reason")));
    }

    @Allow("work:requests")
    @PostMapping("/{id}/resume")
    String resume(
            CurrentMember member,
            @PathVariable UUID id,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return act(member, id, "resume", model, response, redirect, request -> desk.resume(member, request, null));
    }

    @Allow("work:requests")
    @PostMapping("/{id}/complete")
    String complete(
            CurrentMember member,
            @PathVariable UUID id,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return act(member, id, "complete", model, response, redirect, request -> desk.complete(member, request, null));
    }

    @Allow(Allow.MEMBERS)
    @PostMapping("/{id}/cancel")
    String cancel(
            CurrentMember member,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return act(
                member,
                id,
                "cancel",
                model,
                response,
                redirect,
                request -> desk.cancel(member, request, null, required(reason, "/cancel_reason")));
    }

    @Allow(Allow.MEMBERS)
    @PostMapping("/{id}/review")
    String review(
            CurrentMember member,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int rating,
            @RequestParam(defaultValue = "") String comment,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return act(member, id, "review", model, response, redirect, request -> {
            if (rating < 1 || rating > 5) {
                throw new RequestRefused.Unfit("/rating", "Choose one to five stars");
            }
            desk.review(member, request, null, rating, upTo(COMMENT, optional(comment), "/comment"));
        });
    }

    private interface Act {
        void on(RequestId request);
    }

    /** Does it and goes back to the page; what is refused is said there, beside the field where there is one. */
    private String act(
            CurrentMember member,
            UUID id,
            String move,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Act act) {
        var request = new RequestId(id);
        Dossier before = dossiers.open(member, request);
        try {
            act.on(request);
            redirect.addFlashAttribute("flash", "requests.flash." + move);
            return "redirect:/requests/" + id;
        } catch (RequestRefused refused) {
            if (refused.category() == Refusal.Category.MISSING) {
                throw refused;
            }
            response.setStatus(refused.category() == Refusal.Category.INVALID ? 422 : 409);
            model.addAttribute("problem", refused);
            model.addAttribute("refusedMove", move);
            return show(
                    member,
                    refused.category() == Refusal.Category.INVALID ? before : dossiers.open(member, request),
                    model);
        }
    }

    private String show(CurrentMember member, Dossier dossier, Model model) {
        page.fill(member, dossier, model);
        if (dossier.allows("assign")) {
            model.addAttribute(
                    "suggestions",
                    providers.suggest(member, dossier.request().order().serviceType()));
        }
        return "requests/show";
    }

    private static List<Line> lines(Draft typed, Currency currency) {
        List<Line> lines = new ArrayList<>();
        for (int row = 0; row < 20; row++) {
            String description = typed.one("lines." + row + ".description");
            String amount = typed.one("lines." + row + ".amount");
            if (!description.isEmpty() || !amount.isEmpty()) {
                lines.add(line(typed, row, description, amount, currency));
            }
        }
        if (lines.isEmpty()) {
            throw new RequestRefused.Unfit("/lines/0/description", "A quote has at least one line");
        }
        return lines;
    }

    private static Line line(Draft typed, int row, String description, String amount, Currency currency) {
        String tax = typed.one("lines." + row + ".tax");
        if (description.isEmpty() || description.length() > 200) {
            throw new RequestRefused.Unfit("/lines/%d/description".formatted(row), "Say what it is, in 200 characters");
        }
        return new Line(
                description,
                quantity(typed.one("lines." + row + ".quantity"), row),
                amount(amount, row, currency),
                tax.isEmpty() ? null : tax);
    }

    private static BigDecimal quantity(String text, int row) {
        try {
            BigDecimal quantity = new BigDecimal(text.isEmpty() ? "1" : text.replace(",", ""));
            if (quantity.signum() > 0 && quantity.scale() <= 4 && quantity.precision() - quantity.scale() <= 9) {
                return quantity;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new RequestRefused.Unfit("/lines/%d/quantity".formatted(row), "Give a number such as 1 or 2.5");
    }

    private static long amount(String text, int row, Currency currency) {
        try {
            Money money = Money.ofMajor(new BigDecimal(text.replace(",", "").replace(" ", "")), currency);
            if (money.amount() >= 0 && money.amount() <= 1_000_000_000_000L) {
                return money.amount();
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new RequestRefused.Unfit(
                "/lines/%d/amount".formatted(row),
                "Give an amount in %s such as 45,000.00".formatted(currency.getCurrencyCode()));
    }

    private Instant endOf(@Nullable String day) {
        Site site = sites.first();
        try {
            return LocalDate.parse(day == null ? "" : day)
                    .atTime(LocalTime.of(23, 59))
                    .atZone(site.timeZone())
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

    private static @Nullable String optional(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static String required(String text, String pointer) {
        String said = upTo(REASON, optional(text), pointer);
        if (said == null) {
            throw new RequestRefused.Unfit(pointer, "Say why: the other side reads it");
        }
        return said;
    }

    private static @Nullable String upTo(int most, @Nullable String text, String pointer) {
        if (text != null && text.length() > most) {
            throw new RequestRefused.Unfit(pointer, "Keep it to %,d characters".formatted(most));
        }
        return text;
    }
}
