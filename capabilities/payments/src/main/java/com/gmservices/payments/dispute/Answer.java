package com.gmservices.payments.dispute;

import com.gmservices.documents.DocumentId;
import com.gmservices.tenancy.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What staff have answered to a complaint. It is written before its gateway is told, and told until the gateway says that
 * it has heard it.
 *
 * @param explanation none when the loss is accepted
 */
record Answer(
        UUID id,
        DisputeId dispute,
        Kind kind,
        @Nullable String explanation,
        List<Enclosure> files,
        MemberId by,
        Status status,
        int tries,
        Instant answeredAt) {

    Answer {
        files = List.copyOf(files);
    }

    /** A file that goes along, as it was called when it was sent. */
    record Enclosure(DocumentId document, String name, String type) {}

    enum Kind {
        CONTEST,
        ACCEPT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    enum Status {
        PENDING,
        SENT,
        /** It is not known that it has arrived, and it is not sent again: staff may answer anew. */
        FAILED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public boolean isPending() {
        return status == Status.PENDING;
    }

    /** Whether a complaint that stands so shows that the gateway has heard this. */
    boolean shows(DisputeStage stage) {
        return switch (stage) {
            case NEEDS_RESPONSE -> false;
            case UNDER_REVIEW, WON -> kind == Kind.CONTEST;
            case LOST, ACCEPTED -> kind == Kind.ACCEPT;
        };
    }
}
