package com.gmservices.webhooks;

import com.gmservices.database.Cursor;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Tenants;
import com.gmservices.webhooks.Deliveries.Hour;
import com.gmservices.webhooks.Resending.Overview;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One endpoint: how it fares, what was sent there, and sending it once more. */
@Controller
@RequestMapping("/settings/webhooks/{id}")
@Allow(Endpoints.MANAGE)
class DeliveryPages {

    private static final int PER_PAGE = 25;

    private final Endpoints endpoints;
    private final Resending resending;
    private final Letterhead letterhead;
    private final EventTypes types;
    private final Tenants tenants;
    private final JsonMapper json;
    private final Clock clock;

    DeliveryPages(
            Endpoints endpoints,
            Resending resending,
            Letterhead letterhead,
            EventTypes types,
            Tenants tenants,
            JsonMapper json,
            Clock clock) {
        this.endpoints = endpoints;
        this.resending = resending;
        this.letterhead = letterhead;
        this.types = types;
        this.tenants = tenants;
        this.json = json;
        this.clock = clock;
    }

    /** The last day, as columns from zero. */
    record Chart(List<Hour> hours) {

        public int good() {
            return hours.stream().mapToInt(Hour::good).sum();
        }

        public int bad() {
            return hours.stream().mapToInt(Hour::bad).sum();
        }

        public int height(int count) {
            int most = hours.stream()
                    .mapToInt(hour -> hour.good() + hour.bad())
                    .max()
                    .orElse(0);
            return most == 0 ? 0 : Math.max(count == 0 ? 0 : 3, count * 100 / most);
        }
    }

    @GetMapping
    String show(
            CurrentMember admin,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable DeliveryState state,
            @RequestParam(required = false) @Nullable Cursor cursor,
            Model model) {
        Overview overview = resending.overview(
                admin, new EndpointId(id), state, cursor == null ? Cursor.newest() : cursor, PER_PAGE);
        Endpoint endpoint = overview.endpoint();
        Instant since = Objects.requireNonNullElse(
                endpoint.failingSince(), clock.instant().minus(Duration.ofDays(1)));
        model.addAttribute("endpoint", endpoint);
        model.addAttribute("page", overview.page());
        model.addAttribute("state", state);
        model.addAttribute("first", cursor == null);
        model.addAttribute("states", DeliveryState.values());
        model.addAttribute("chart", new Chart(overview.hours()));
        model.addAttribute("waiting", overview.outstanding());
        model.addAttribute("types", types.all());
        model.addAttribute("since", LocalDateTime.ofInstant(since, zone()).truncatedTo(ChronoUnit.MINUTES));
        return "webhooks/show";
    }

    @GetMapping("/deliveries/{delivery}")
    String delivery(CurrentMember admin, @PathVariable UUID id, @PathVariable UUID delivery, Model model) {
        Endpoint endpoint = endpoints.find(admin, new EndpointId(id));
        Deliveries.Delivery found = resending.find(admin, endpoint.id(), delivery);
        String body = new String(letterhead.standard(found.message()), StandardCharsets.UTF_8);
        model.addAttribute("endpoint", endpoint);
        model.addAttribute("delivery", found);
        model.addAttribute("attempts", resending.attempts(admin, endpoint.id(), delivery));
        model.addAttribute(
                "body", json.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(json.readTree(body)));
        return "webhooks/delivery";
    }

    @PostMapping("/deliveries/{delivery}/tries")
    String resend(
            CurrentMember admin, @PathVariable UUID id, @PathVariable UUID delivery, RedirectAttributes redirect) {
        resending.resend(admin, new EndpointId(id), delivery);
        redirect.addFlashAttribute("flash", "webhooks.resent");
        return "redirect:/settings/webhooks/{id}/deliveries/{delivery}";
    }

    @PostMapping("/replays")
    String replay(
            CurrentMember admin,
            @PathVariable UUID id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime since,
            RedirectAttributes redirect) {
        int count =
                resending.replay(admin, new EndpointId(id), since.atZone(zone()).toInstant());
        redirect.addFlashAttribute("flash", count == 0 ? "webhooks.replayed.none" : "webhooks.replayed");
        return "redirect:/settings/webhooks/{id}";
    }

    @PostMapping("/tests")
    String test(CurrentMember admin, @PathVariable UUID id, @RequestParam String type, RedirectAttributes redirect) {
        UUID delivery = resending
                .test(admin, new EndpointId(id), type.isEmpty() ? null : type)
                .message()
                .id();
        redirect.addFlashAttribute("flash", "webhooks.tested");
        return "redirect:/settings/webhooks/{id}/deliveries/" + delivery;
    }

    private ZoneId zone() {
        return tenants.current().timeZone();
    }
}
