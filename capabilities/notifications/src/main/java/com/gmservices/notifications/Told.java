package com.gmservices.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A notice as it stands with the member who was told. */
record Told(
        NoticeId id,
        Words words,
        String path,
        Instant createdAt,
        @Nullable Instant readAt) {

    boolean isRead() {
        return readAt != null;
    }
}
