package com.gmservices.notifications.board;

import com.gmservices.notifications.wording.Words;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A notice as it stands with the member who was told. */
public record Told(
        NoticeId id,
        String kind,
        Words words,
        String path,
        Instant createdAt,
        @Nullable Instant readAt) {

    public boolean isRead() {
        return readAt != null;
    }
}
