package com.gmservices.requests.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.gmservices.database.Page;
import com.gmservices.database.Revision;
import com.gmservices.requests.Dossier;
import com.gmservices.requests.Dossiers;
import com.gmservices.requests.History;
import com.gmservices.requests.NewRequest;
import com.gmservices.requests.OfferingId;
import com.gmservices.requests.Place;
import com.gmservices.requests.Priority;
import com.gmservices.requests.RequestId;
import com.gmservices.requests.RequestStatus;
import com.gmservices.requests.ServiceDesk;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.SiteId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/service-requests")
@Tag(name = "Service requests", description = "What customers ask for, and its life from pending to completed.")
class RequestApi {

    private final ServiceDesk desk;
    private final Dossiers dossiers;

    RequestApi(ServiceDesk desk, Dossiers dossiers) {
        this.desk = desk;
        this.dossiers = dossiers;
    }

    record Wish(
            @NotNull OfferingId serviceId,

            @NotNull @Schema(type = "object", description = "As the offering's details_schema says")
            JsonNode details,

            @Nullable @Size(max = 40) String tier,
            @Nullable @Size(max = 20) List<@NotBlank String> addOns,
            @Nullable @Size(max = 2000) String notes,
            @Nullable Instant preferredAt,
            @Nullable Priority priority,
            @Nullable SiteId siteId,

            @Nullable @Schema(description = "For whom staff write it down; left out, for oneself")
            MemberId customerId) {

        NewRequest toRequest() {
            return new NewRequest(
                    serviceId,
                    details,
                    tier,
                    addOns == null ? List.of() : addOns,
                    notes,
                    preferredAt,
                    priority,
                    siteId,
                    customerId);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HistoryView(
            String move,
            RequestStatus status,
            @Nullable MemberId by,
            boolean byStaff,
            @Nullable String reason,
            int revision,
            Instant at) {

        static HistoryView of(History.Entry entry) {
            return new HistoryView(
                    entry.what(),
                    entry.status(),
                    entry.by(),
                    entry.byStaff(),
                    entry.reason(),
                    entry.revision(),
                    entry.at());
        }
    }

    record HistoryList(List<HistoryView> data) {}

    @Allow("create:requests")
    @PostMapping
    @Transactional
    @Operation(summary = "Ask for a service")
    ResponseEntity<RequestView> place(CurrentMember member, @Valid @RequestBody Wish wish) {
        Dossier placed = dossiers.open(member, desk.place(member, wish.toRequest()));
        return ResponseEntity.created(URI.create(
                        "/api/v1/service-requests/" + placed.request().id()))
                .eTag(tag(placed))
                .body(RequestView.of(placed));
    }

    @Allow("read:requests")
    @GetMapping
    @Operation(
            summary = "One's own requests, for staff the business's; the newest first",
            description = "A cursor goes with the parameters of the call that it came from. When hardly anything has "
                    + "the words of `q`, what has words like them is listed.")
    Page<RequestView> list(
            CurrentMember member,
            @ParameterObject @Valid ListParameters wanted,
            @RequestParam(required = false) @Nullable Place cursor,
            @RequestParam(defaultValue = "25") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return dossiers.list(member, wanted.toWanted(), cursor, limit).page().map(RequestView::of);
    }

    @Allow("read:requests")
    @GetMapping("/{id}")
    @Operation(summary = "One request")
    ResponseEntity<RequestView> show(CurrentMember member, @PathVariable UUID id) {
        return answer(dossiers.open(member, new RequestId(id)));
    }

    @Allow("read:requests")
    @GetMapping("/{id}/history")
    @Operation(summary = "What was done to it, from the beginning")
    HistoryList history(CurrentMember member, @PathVariable UUID id) {
        return new HistoryList(desk.history(member, new RequestId(id)).stream()
                .map(HistoryView::of)
                .toList());
    }

    static ResponseEntity<RequestView> answer(Dossier dossier) {
        return ResponseEntity.ok().eTag(tag(dossier)).body(RequestView.of(dossier));
    }

    private static String tag(Dossier dossier) {
        return new Revision(dossier.request().revision()).tag();
    }
}
