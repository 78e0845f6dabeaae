package com.gmservices.requests.web;

import com.gmservices.requests.NewRequest;
import com.gmservices.requests.Offering;
import com.gmservices.requests.RequestRefused;
import com.gmservices.requests.ServiceLines;
import com.gmservices.requests.ServiceType;
import com.gmservices.requests.details.DetailsDesk;
import com.gmservices.requests.details.FormView;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Refusal.FieldError;
import com.gmservices.tenancy.Site;
import com.gmservices.tenancy.Sites;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody asks for, from the form in which it was typed. */
@Component
class Wishes {

    private static final int LONGEST_NOTES = 2000;

    private final ServiceLines lines;
    private final DetailsDesk details;
    private final Sites sites;

    Wishes(ServiceLines lines, DetailsDesk details, Sites sites) {
        this.lines = lines;
        this.details = details;
        this.sites = sites;
    }

    FormView form(Offering offering, Draft draft, List<FieldError> errors) {
        return new FormView(
                details.form(lines.type(offering.serviceType())), offering.currency(), draft.values(), errors);
    }

    /** Whether the form asks when it would suit. */
    boolean asksWhen(Offering offering) {
        return lines.line(offering.serviceType()).asksWhen(offering.serviceType());
    }

    /** @throws RequestRefused.Unfit for notes and times; the desk looks at the rest */
    NewRequest read(Offering offering, Draft draft, @Nullable MemberId customer) {
        ServiceType type = lines.type(offering.serviceType());
        return new NewRequest(
                offering.id(),
                details.fromForm(type, draft.values()),
                draft.one("tier").isEmpty() ? null : draft.one("tier"),
                draft.all("add_ons"),
                notes(draft),
                preferredAt(draft, sites.first()),
                null,
                null,
                customer);
    }

    private static @Nullable String notes(Draft draft) {
        return Reason.upTo(LONGEST_NOTES, Reason.optional(draft.one("notes")), "/notes");
    }

    private static @Nullable Instant preferredAt(Draft draft, Site site) {
        String typed = draft.one("preferred_at");
        try {
            return typed.isEmpty()
                    ? null
                    : LocalDateTime.parse(typed).atZone(site.timeZone()).toInstant();
        } catch (DateTimeParseException e) {
            throw new RequestRefused.Unfit("/preferred_at", "Give a day and a time");
        }
    }
}
