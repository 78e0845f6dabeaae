package com.gmservices.webhooks;

import com.gmservices.database.Page;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CsvFile;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.StepUp;
import com.gmservices.tenancy.Tenants;
import com.gmservices.webhooks.Deliveries.Delivery;
import com.gmservices.webhooks.Endpoint.DisabledWhy;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Endpoints, and what was sent to one, for spreadsheets. Neither has secrets in it. */
@Controller
@Allow(Endpoints.MANAGE)
@StepUp
class WebhooksCsv {

    private static final List<String> ENDPOINTS =
            List.of("name", "url", "types", "format", "state", "failing-since", "added");
    private static final List<String> DELIVERIES =
            List.of("id", "type", "at", "state", "attempts", "last-status", "last-at", "next-at");

    private final Endpoints endpoints;
    private final Resending resending;
    private final Tenants tenants;
    private final MessageSource messages;
    private final Clock clock;

    WebhooksCsv(Endpoints endpoints, Resending resending, Tenants tenants, MessageSource messages, Clock clock) {
        this.endpoints = endpoints;
        this.resending = resending;
        this.tenants = tenants;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/settings/webhooks.csv")
    void endpoints(CurrentMember admin, Locale locale, HttpServletResponse response) throws IOException {
        CsvFile.<Endpoint>sendAll(
                response,
                tenants.current(),
                clock.instant(),
                "webhooks",
                headings(ENDPOINTS, locale),
                endpoints.all(admin),
                (row, endpoint) -> row.text(endpoint.name())
                        .text(endpoint.url().toString())
                        .text(types(endpoint, locale))
                        .text(say("format." + endpoint.format().code(), locale))
                        .text(say("state." + state(endpoint), locale))
                        .time(endpoint.failingSince())
                        .time(endpoint.createdAt()));
    }

    /** With the filter of the page from which it was asked for. */
    @GetMapping("/settings/webhooks/{id}/deliveries.csv")
    void deliveries(
            CurrentMember admin,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable DeliveryState state,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        CsvFile.<Delivery>send(
                response,
                tenants.current(),
                clock.instant(),
                "deliveries",
                headings(DELIVERIES, locale),
                cursor -> resending.list(admin, new EndpointId(id), state, cursor, Page.MAX_LIMIT),
                (row, delivery) -> row.text(delivery.message().webhookId())
                        .text(delivery.message().type())
                        .time(delivery.message().at())
                        .text(say("delivery." + delivery.state().code(), locale))
                        .number(delivery.attempts())
                        .number(delivery.lastStatus())
                        .time(delivery.lastAt())
                        .time(delivery.nextAt()));
    }

    private String types(Endpoint endpoint, Locale locale) {
        return endpoint.types().contains(EventTypes.ALL)
                ? say("all-types", locale)
                : endpoint.types().stream().collect(Collectors.joining("; "));
    }

    /** As the page says it. */
    private static String state(Endpoint endpoint) {
        DisabledWhy why = endpoint.disabledWhy();
        if (why == null) {
            return endpoint.failingSince() == null ? "active" : "failing";
        }
        return why == DisabledWhy.FAILING ? "failing.disabled" : why.code();
    }

    private List<String> headings(List<String> columns, Locale locale) {
        return columns.stream().map(column -> say("csv." + column, locale)).toList();
    }

    private String say(String key, Locale locale) {
        return messages.getMessage("webhooks." + key, null, locale);
    }
}
