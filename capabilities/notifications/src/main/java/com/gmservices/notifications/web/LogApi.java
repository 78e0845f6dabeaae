package com.gmservices.notifications.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.notifications.Channel;
import com.gmservices.notifications.delivery.Reason;
import com.gmservices.notifications.preference.Readers;
import com.gmservices.notifications.web.NoticeLog.Entry;
import com.gmservices.notifications.web.NoticeLog.Question;
import com.gmservices.notifications.wording.Phrasebook;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Tenants;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/notifications/log")
@Allow("read:notification-log")
@Tag(name = "Notifications")
class LogApi {

    private final NoticeLog log;
    private final Phrasebook phrasebook;
    private final Readers readers;
    private final Tenants tenants;

    LogApi(NoticeLog log, Phrasebook phrasebook, Readers readers, Tenants tenants) {
        this.log = log;
        this.phrasebook = phrasebook;
        this.readers = readers;
        this.tenants = tenants;
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "NotificationLogEntry")
    record View(
            UUID id,
            @Nullable UUID memberId,
            @Schema(example = "quotes") String kind,

            @Schema(example = "Your quote for SR-2026-000123 is here")
            String subject,

            String path,
            Instant toldAt,
            @Nullable Instant readAt,
            List<DeliveryView> deliveries) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "NotificationDelivery")
    record DeliveryView(
            @Schema(example = "mail") String channel,
            @Schema(example = "delivered") String state,

            @Schema(description = "Why it goes, waits, or does not go", example = "usual") @Nullable
            Reason reason,

            Instant dueAt,
            @Nullable Instant sentAt,
            @Nullable Instant reportedAt,
            @Schema(example = "sendgrid") @Nullable String carrier,
            @Nullable String detail) {}

    @Operation(
            summary = "Who was told what, when, through what and why",
            description =
                    "The newest first. `q` finds words of what was told in the last three months, names and addresses.")
    @GetMapping
    Page<View> list(
            CurrentMember staff,
            @RequestParam(name = "member_id", required = false) @Nullable UUID member,
            @Parameter(example = "/requests/0198f3a2-6d5e-7c41-9d3a-1f2e3d4c5b6a")
                    @RequestParam(required = false)
                    @Nullable
                    String about,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "25") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        return log.find(
                        staff,
                        new Question(member, about == null ? null : about.replace("\0", ""), q),
                        cursor == null ? Cursor.newest() : cursor,
                        limit)
                .map(entry -> view(entry, staff));
    }

    private View view(Entry entry, CurrentMember staff) {
        String subject = phrasebook
                .ours(
                        entry.words(),
                        Channel.PAGE,
                        readers.house(staff.tenant()).language(),
                        tenants.current().timeZone())
                .subject();
        return new View(
                entry.id(),
                entry.member() == null ? null : entry.member().id().value(),
                entry.kind(),
                subject,
                entry.path(),
                entry.toldAt(),
                entry.readAt(),
                entry.lines().stream()
                        .map(line -> new DeliveryView(
                                line.channel(),
                                line.state().code(),
                                line.reason(),
                                line.dueAt(),
                                line.sentAt(),
                                line.reportedAt(),
                                line.carrier(),
                                line.detail()))
                        .toList());
    }
}
