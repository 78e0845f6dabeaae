package com.gmservices.notifications;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/notifications")
@Allow(Allow.MEMBERS)
@Tag(name = "Notifications")
class NotificationsApi {

    private final NoticeBoard board;
    private final MessageSource messages;

    NotificationsApi(NoticeBoard board, MessageSource messages) {
        this.board = board;
        this.messages = messages;
    }

    @Schema(name = "Notification")
    record View(
            NoticeId id,

            @Schema(example = "Your quote is ready") String subject,

            @Schema(example = "Have a look at it until Friday.")
            String text,

            @Schema(
                    description = "The page where it can be acted on, within the business's own pages",
                    example = "/requests/0198f3a2-6d5e-7c41-9d3a-1f2e3d4c5b6a")
            String path,

            boolean read,
            Instant createdAt) {}

    @Operation(summary = "What the caller has been told, the newest first")
    @GetMapping
    Page<View> list(
            CurrentMember member,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(defaultValue = "25") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable Cursor cursor,
            Locale language) {
        return board.list(member, unread, cursor == null ? Cursor.newest() : cursor, limit)
                .map(told -> view(told, language));
    }

    @Operation(summary = "The caller has read it; reading twice is reading once")
    @PostMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(CurrentMember member, @PathVariable UUID id) {
        board.read(member, new NoticeId(id));
    }

    private View view(Told told, Locale language) {
        return new View(
                told.id(),
                told.words().subject(messages, language),
                told.words().text(messages, language),
                told.path(),
                told.isRead(),
                told.createdAt());
    }
}
