package com.gmservices.requests.web;

import com.gmservices.requests.Priority;
import com.gmservices.requests.RequestStatus;
import com.gmservices.requests.Wanted;
import com.gmservices.requests.Wanted.Assignee;
import com.gmservices.requests.Wanted.Sort;
import com.gmservices.tenancy.Domain;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** What the address of a list of requests says, {@code ?status=pending&status=quoted&late=true}: all of it holds. */
record ListParameters(
        @Parameter(
                description = "Words that each request has: its reference or only the number, what is wanted, "
                        + "details, notes, the customer's name, telephone number or e-mail")
        @Size(max = 100)
        @Nullable
        String q,

        @Nullable Set<RequestStatus> status,
        @Nullable Domain domain,

        @Parameter(description = "A type of service", example = "roadside_assistance") @Nullable
        String type,

        @Parameter(
                description = "A provider's id, `me`, or `none` for what is open and nobody's",
                schema = @Schema(type = "string"))
        @Nullable
        Assignee provider,

        @Parameter(description = "Those that have waited longer than the response clock gives") @Nullable
        Boolean late,

        @Parameter(description = "Those that are due today") @Nullable
        Boolean today,

        @Parameter(description = "false for what is still to be paid") @Nullable
        Boolean paid,

        @Nullable Set<Priority> priority,

        @Parameter(description = "The first day on which they came in, in the business's zone")
        @DateTimeFormat(iso = ISO.DATE)
        @Nullable
        LocalDate from,

        @Parameter(description = "The last day on which they came in") @DateTimeFormat(iso = ISO.DATE) @Nullable
        LocalDate to,

        @Parameter(description = "By `due` what is closed is left out; by `price` the dearest come first") @Nullable
        Sort sort) {

    Wanted toWanted() {
        return new Wanted(
                q,
                status == null ? Set.of() : status,
                domain,
                type == null || type.isBlank() ? null : type,
                provider,
                Boolean.TRUE.equals(late),
                Boolean.TRUE.equals(today),
                paid,
                priority == null ? Set.of() : priority,
                from,
                to,
                sort == null ? Sort.NEWEST : sort);
    }
}
