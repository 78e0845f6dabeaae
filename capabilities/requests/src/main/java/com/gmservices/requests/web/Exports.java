package com.gmservices.requests.web;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.requests.Catalogue;
import com.gmservices.requests.Catalogue.Filter;
import com.gmservices.requests.Dossier;
import com.gmservices.requests.Dossiers;
import com.gmservices.requests.Offering;
import com.gmservices.requests.Place;
import com.gmservices.requests.Provider;
import com.gmservices.requests.Providers;
import com.gmservices.requests.ServiceRequest;
import com.gmservices.requests.ServiceRequest.Account;
import com.gmservices.requests.ServiceRequest.Appointment;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CsvFile;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Domain;
import com.gmservices.tenancy.StepUp;
import com.gmservices.tenancy.Tenants;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk's lists for spreadsheets: all rows of what a list shows. */
@Controller
class Exports {

    private static final List<String> REQUESTS = List.of(
            "reference",
            "service",
            "type",
            "customer",
            "status",
            "priority",
            "provider",
            "received",
            "answer-by",
            "answered",
            "starts",
            "ends",
            "price",
            "paid",
            "refunded",
            "currency");
    private static final List<String> CATALOGUE =
            List.of("name", "type", "pricing", "price", "currency", "minutes", "rating", "reviews", "active", "since");
    private static final List<String> PROVIDERS = List.of("name", "types", "open", "rating", "reviews", "active");

    private final Dossiers dossiers;
    private final Catalogue catalogue;
    private final Providers providers;
    private final Tenants tenants;
    private final MessageSource messages;
    private final Clock clock;

    Exports(
            Dossiers dossiers,
            Catalogue catalogue,
            Providers providers,
            Tenants tenants,
            MessageSource messages,
            Clock clock) {
        this.dossiers = dossiers;
        this.catalogue = catalogue;
        this.providers = providers;
        this.tenants = tenants;
        this.messages = messages;
        this.clock = clock;
    }

    /** With the filter of the list from which it was asked for. */
    @StepUp
    @GetMapping("/requests.csv")
    @Allow("export:requests")
    void requests(CurrentMember admin, @Valid ListParameters wanted, Locale locale, HttpServletResponse response)
            throws IOException {
        CsvFile.<Dossier>sendInOrder(
                response,
                tenants.current(),
                clock.instant(),
                "requests",
                headings(REQUESTS, locale),
                cursor -> dossiers.list(
                                admin, wanted.toWanted(), cursor == null ? null : Place.valueOf(cursor), Page.MAX_LIMIT)
                        .page(),
                (row, dossier) -> write(row, dossier, locale));
    }

    @GetMapping("/catalogue.csv")
    @Allow("export:catalogue")
    void catalogue(
            @RequestParam(required = false) @Nullable Domain domain,
            @RequestParam(defaultValue = "") String q,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        this.<Offering>send(
                response,
                "catalogue",
                CATALOGUE,
                locale,
                cursor -> catalogue.list(new Filter(domain, q, true), cursor, Page.MAX_LIMIT),
                (row, offering) -> write(row, offering, locale));
    }

    @GetMapping("/providers.csv")
    @Allow("export:providers")
    void providers(CurrentMember admin, Locale locale, HttpServletResponse response) throws IOException {
        var open = providers.openRequests(admin);
        this.<Provider>send(
                response,
                "providers",
                PROVIDERS,
                locale,
                cursor -> providers.list(admin, cursor, Page.MAX_LIMIT),
                (row, provider) -> row.text(provider.name())
                        .text(provider.serviceTypes().stream()
                                .sorted()
                                .map(type -> say(typeKey(type), locale))
                                .collect(Collectors.joining("; ")))
                        .number(open.getOrDefault(provider.id(), 0))
                        .number(provider.rating().average())
                        .number(provider.rating().count())
                        .text(yesOrNo(provider.active(), locale)));
    }

    private void write(CsvFile.Row row, Dossier dossier, Locale locale) {
        ServiceRequest request = dossier.request();
        Account account = request.standing().account();
        Appointment appointment = request.standing().appointment();
        row.text(request.reference())
                .text(dossier.offering().name())
                .text(say(typeKey(request.order().serviceType()), locale))
                .text(dossier.customer().name())
                .text(say("requests.status." + request.status().code(), locale))
                .text(say("requests.priority." + request.order().priority().code(), locale))
                .text(dossier.provider() == null ? null : dossier.provider().name())
                .time(request.createdAt())
                .time(request.standing().clock().respondBy())
                .time(request.standing().clock().respondedAt())
                .time(appointment == null ? null : appointment.startsAt())
                .time(appointment == null ? null : appointment.endsAt())
                .money(account.price())
                .money(account.paid())
                .money(account.refunded())
                .text(account.currency().getCurrencyCode());
    }

    private void write(CsvFile.Row row, Offering offering, Locale locale) {
        row.text(offering.name())
                .text(say(typeKey(offering.serviceType()), locale))
                .text(say("catalogue.pricing." + offering.pricing().code(), locale))
                .money(offering.price())
                .text(offering.currency().getCurrencyCode())
                .number(offering.durationMinutes())
                .number(offering.rating().average())
                .number(offering.rating().count())
                .text(yesOrNo(offering.active(), locale))
                .time(offering.createdAt());
    }

    private <T> void send(
            HttpServletResponse response,
            String list,
            List<String> columns,
            Locale locale,
            Function<Cursor, Page<T>> page,
            BiConsumer<CsvFile.Row, T> write)
            throws IOException {
        CsvFile.send(response, tenants.current(), clock.instant(), list, headings(columns, locale), page, write);
    }

    private List<String> headings(List<String> columns, Locale locale) {
        return columns.stream()
                .map(column -> say("requests.csv." + column, locale))
                .toList();
    }

    private static String typeKey(String type) {
        return "service-type.%s.name".formatted(type);
    }

    private String yesOrNo(boolean yes, Locale locale) {
        return say(yes ? "requests.csv.yes" : "requests.csv.no", locale);
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
