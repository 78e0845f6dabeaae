package com.gmservices.requests.web;

import com.gmservices.database.Revision;
import com.gmservices.requests.Dossiers;
import com.gmservices.requests.ProviderId;
import com.gmservices.requests.Quote.Line;
import com.gmservices.requests.RequestId;
import com.gmservices.requests.ServiceDesk;
import com.gmservices.requests.ServiceRequest;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is done to a request, a route per move; each answers with the request as it stands after it. */
@RestController
@RequestMapping("/api/v1/service-requests/{id}")
@Tag(name = "Service requests")
class MovesApi {

    private final ServiceDesk desk;
    private final Dossiers dossiers;

    MovesApi(ServiceDesk desk, Dossiers dossiers) {
        this.desk = desk;
        this.dossiers = dossiers;
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

    @Allow("quote:requests")
    @PostMapping("/quote")
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
    @PostMapping("/accept")
    @Operation(summary = "Accept: staff a request, the customer a quote")
    ResponseEntity<RequestView> accept(
            CurrentMember member,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable Revision seen) {
        return moved(member, desk.accept(member, new RequestId(id), seen));
    }

    @Allow("read:requests")
    @PostMapping("/decline")
    @Operation(summary = "Decline: staff a request, the customer a quote")
    ResponseEntity<RequestView> decline(
            CurrentMember member,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable Revision seen,
            @Valid @RequestBody(required = false) @Nullable OptionalReason said) {
        return moved(member, desk.decline(member, new RequestId(id), seen, said == null ? null : said.reason()));
    }

    @Allow("assign:requests")
    @PostMapping("/assign")
    @Operation(summary = "Assign a provider")
    ResponseEntity<RequestView> assign(
            CurrentMember member,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable Revision seen,
            @Valid @RequestBody Assignment assignment) {
        return moved(member, desk.assign(member, new RequestId(id), seen, assignment.providerId()));
    }

    @Allow("schedule:requests")
    @PostMapping("/schedule")
    @Operation(summary = "Agree upon an appointment")
    ResponseEntity<RequestView> schedule(
            CurrentMember member,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable Revision seen,
            @Valid @RequestBody Slot slot) {
        return moved(member, desk.schedule(member, new RequestId(id), seen, slot.startsAt(), slot.endsAt()));
    }

    @Allow("work:requests")
    @PostMapping("/start")
    @Operation(summary = "Begin the work")
    ResponseEntity<RequestView> start(
            CurrentMember member,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable Revision seen) {
        return moved(member, desk.start(member, new RequestId(id), seen));
    }

    @Allow("work:requests")
    @PostMapping("/hold")
    @Operation(summary = "Put the work on hold")
    ResponseEntity<RequestView> hold(
            CurrentMember member,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable Revision seen,
            @Valid @RequestBody Reason reason) {
        return moved(member, desk.hold(member, new RequestId(id), seen, reason.reason()));
    }

    @Allow("work:requests")
    @PostMapping("/resume")
    @Operation(summary = "Go on with the work")
    ResponseEntity<RequestView> resume(
            CurrentMember member,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable Revision seen) {
        return moved(member, desk.resume(member, new RequestId(id), seen));
    }

    @Allow("work:requests")
    @PostMapping("/complete")
    @Operation(summary = "The work is done")
    ResponseEntity<RequestView> complete(
            CurrentMember member,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable Revision seen) {
        return moved(member, desk.complete(member, new RequestId(id), seen));
    }

    @Allow("read:requests")
    @PostMapping("/cancel")
    @Operation(summary = "Call it off: the customer before the work begins, staff before it is done")
    ResponseEntity<RequestView> cancel(
            CurrentMember member,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable Revision seen,
            @Valid @RequestBody Reason reason) {
        return moved(member, desk.cancel(member, new RequestId(id), seen, reason.reason()));
    }

    @Allow("read:requests")
    @PostMapping("/review")
    @Operation(summary = "Say how it was, once")
    ResponseEntity<RequestView> review(
            CurrentMember member,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable Revision seen,
            @Valid @RequestBody Stars stars) {
        return moved(member, desk.review(member, new RequestId(id), seen, stars.rating(), stars.comment()));
    }

    private ResponseEntity<RequestView> moved(CurrentMember member, ServiceRequest request) {
        return RequestApi.answer(dossiers.open(member, request));
    }
}
