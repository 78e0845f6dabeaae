package com.gmservices.requests.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.database.Revision;
import com.gmservices.requests.Dossier;
import com.gmservices.requests.Dossiers;
import com.gmservices.requests.History;
import com.gmservices.requests.NewRequest;
import com.gmservices.requests.OfferingId;
import com.gmservices.requests.Priority;
import com.gmservices.requests.ProviderId;
import com.gmservices.requests.Quote.Line;
import com.gmservices.requests.RequestId;
import com.gmservices.requests.RequestStatus;
import com.gmservices.requests.ServiceDesk;
import com.gmservices.requests.ServiceRequest;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.SiteId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
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

    record QuoteDraft(
            @NotEmpty @Size(max = 100) List<@Valid @NotNull LineDraft> lines,
            @NotNull Instant validUntil) {}

    record LineDraft(
            @NotBlank @Size(max = 200) String description,

            @NotNull @Positive @Digits(integer = 9, fraction = 4) @Schema(type = "string", example = "1.5")
            BigDecimal quantity,

            @PositiveOrZero
            @Max(1_000_000_000_000L)
            @Schema(description = "In minor units, without tax", example = "45000")
            long unitAmount,

            @Nullable @Size(max = 20) String taxCode) {

        Line toLine() {
            return new Line(description.strip(), quantity, unitAmount, taxCode);
        }
    }

    record Reason(@NotBlank @Size(max = 1000) String reason) {}

    record OptionalReason(@Nullable @Size(max = 1000) String reason) {}

    record Assignment(@NotNull ProviderId providerId) {}

    record Slot(@NotNull Instant startsAt, @NotNull Instant endsAt) {}

    record Stars(
            @Min(1) @Max(5) int rating,
            @Nullable @Size(max = 2000) String comment) {}

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
    @Operation(summary = "One's own requests, for staff the business's; the newest first")
    Page<RequestView> list(
            CurrentMember member,
            @RequestParam(required = false) @Nullable RequestStatus status,
            @RequestParam(required = false) @Nullable Cursor cursor,
            @RequestParam(defaultValue = "25") @Min(1) @Max(100) int limit) {
        return dossiers.list(member, false, status, cursor == null ? Cursor.newest() : cursor, limit)
                .map(RequestView::of);
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

    @Allow("quote:requests")
    @PostMapping("/{id}/quote")
    @Operation(summary = "Offer a price, or a new version of it")
    ResponseEntity<RequestView> quote(
            CurrentMember member,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable Revision seen,
            @Valid @RequestBody QuoteDraft draft) {
        List<Line> lines = draft.lines().stream().map(LineDraft::toLine).toList();
        return moved(member, desk.quote(member, new RequestId(id), seen, lines, draft.validUntil()));
    }

    @Allow("read:requests")
    @PostMapping("/{id}/accept")
    @Operation(summary = "Accept: staff a request, the customer a quote")
    ResponseEntity<RequestView> accept(
            CurrentMember member,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable Revision seen) {
        return moved(member, desk.accept(member, new RequestId(id), seen));
    }

    @Allow("read:requests")
    @PostMapping("/{id}/decline")
    @Operation(summary = "Decline: staff a request, the customer a quote")
    ResponseEntity<RequestView> decline(
            CurrentMember member,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable Revision seen,
            @Valid @RequestBody(required = false) @Nullable OptionalReason said) {
        return moved(member, desk.decline(member, new RequestId(id), seen, said == null ? null : said.reason()));
    }

    @Allow("assign:requests")
    @PostMapping("/{id}/assign")
    @Operation(summary = "Assign a provider")
    ResponseEntity<RequestView> assign(
            CurrentMember member,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable Revision seen,
            @Valid @RequestBody Assignment assignment) {
        return moved(member, desk.assign(member, new RequestId(id), seen, assignment.providerId()));
    }

    @Allow("schedule:requests")
    @PostMapping("/{id}/schedule")
    @Operation(summary = "Agree upon an appointment")
    ResponseEntity<RequestView> schedule(
            CurrentMember member,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable Revision seen,
            @Valid @RequestBody Slot slot) {
        return moved(member, desk.schedule(member, new RequestId(id), seen, slot.startsAt(), slot.endsAt()));
    }

    @Allow("work:requests")
    @PostMapping("/{id}/start")
    @Operation(summary = "Begin the work")
    ResponseEntity<RequestView> start(
            CurrentMember member,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable Revision seen) {
        return moved(member, desk.start(member, new RequestId(id), seen));
    }

    @Allow("work:requests")
    @PostMapping("/{id}/hold")
    @Operation(summary = "Put the work on hold")
    ResponseEntity<RequestView> hold(
            CurrentMember member,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable Revision seen,
            @Valid @RequestBody Reason reason) {
        return moved(member, desk.hold(member, new RequestId(id), seen, reason.reason()));
    }

    @Allow("work:requests")
    @PostMapping("/{id}/resume")
    @Operation(summary = "Go on with the work")
    ResponseEntity<RequestView> resume(
            CurrentMember member,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable Revision seen) {
        return moved(member, desk.resume(member, new RequestId(id), seen));
    }

    @Allow("work:requests")
    @PostMapping("/{id}/complete")
    @Operation(summary = "The work is done")
    ResponseEntity<RequestView> complete(
            CurrentMember member,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable Revision seen) {
        return moved(member, desk.complete(member, new RequestId(id), seen));
    }

    @Allow("read:requests")
    @PostMapping("/{id}/cancel")
    @Operation(summary = "Call it off: the customer before the work begins, staff before it is done")
    ResponseEntity<RequestView> cancel(
            CurrentMember member,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable Revision seen,
            @Valid @RequestBody Reason reason) {
        return moved(member, desk.cancel(member, new RequestId(id), seen, reason.reason()));
    }

    @Allow("read:requests")
    @PostMapping("/{id}/review")
    @Operation(summary = "Say how it was, once")
    ResponseEntity<RequestView> review(
            CurrentMember member,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable Revision seen,
            @Valid @RequestBody Stars stars) {
        return moved(member, desk.review(member, new RequestId(id), seen, stars.rating(), stars.comment()));
    }

    private ResponseEntity<RequestView> moved(CurrentMember member, ServiceRequest request) {
        return answer(dossiers.open(member, request));
    }

    private static ResponseEntity<RequestView> answer(Dossier dossier) {
        return ResponseEntity.ok().eTag(tag(dossier)).body(RequestView.of(dossier));
    }

    private static String tag(Dossier dossier) {
        return new Revision(dossier.request().revision()).tag();
    }
}
