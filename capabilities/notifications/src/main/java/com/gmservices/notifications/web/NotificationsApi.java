package com.gmservices.notifications.web;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.notifications.board.NoticeBoard;
import com.gmservices.notifications.board.NoticeId;
import com.gmservices.notifications.board.Told;
import com.gmservices.notifications.wording.Phrase;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
    private final Reading reading;

    NotificationsApi(NoticeBoard board, Reading reading) {
        this.board = board;
        this.reading = reading;
    }

    @Schema(name = "Notification")
    record View(
            NoticeId id,

            @Schema(description = "By which one chooses how to be told", example = "quotes")
            String kind,

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
            @RequestParam(required = false) @Nullable Cursor cursor) {
        Page<Told> page = board.list(member, unread, cursor == null ? Cursor.newest() : cursor, limit);
        List<Phrase> phrases = reading.phrases(page.data(), member);
        return new Page<>(
                IntStream.range(0, phrases.size())
                        .mapToObj(at -> view(page.data().get(at), phrases.get(at)))
                        .toList(),
                page.nextCursor(),
                page.hasMore());
    }

    @Operation(summary = "The caller has read it; reading twice is reading once")
    @PostMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(CurrentMember member, @PathVariable UUID id) {
        board.read(member, new NoticeId(id));
    }

    private static View view(Told told, Phrase phrase) {
        return new View(
                told.id(), told.kind(), phrase.subject(), phrase.text(), told.path(), told.isRead(), told.createdAt());
    }
}
