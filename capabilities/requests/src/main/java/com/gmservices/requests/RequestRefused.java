package com.gmservices.requests;

import com.gmservices.tenancy.Refusal;
import java.util.List;

/** What the desk does not do. */
public abstract sealed class RequestRefused extends Refusal {

    private RequestRefused(Category category, String code, String message, List<FieldError> errors) {
        super(category, code, message, errors);
    }

    public static final class NotFound extends RequestRefused {
        public NotFound(String what) {
            super(Category.MISSING, "not-found", "There is no such %s".formatted(what), List.of());
        }
    }

    /** For what only the customer does: staff do not review their own work. */
    public static final class NotYours extends RequestRefused {
        NotYours(String move) {
            super(Category.FORBIDDEN, "forbidden", "Only the customer can %s this request".formatted(move), List.of());
        }
    }

    public static final class WrongStage extends RequestRefused {
        WrongStage(String move, RequestStatus status) {
            super(
                    Category.CONFLICT,
                    "wrong-stage",
                    "Cannot %s a request that is %s"
                            .formatted(move, status.code().replace('_', ' ')),
                    List.of());
        }
    }

    public static final class ChangedMeanwhile extends RequestRefused {
        ChangedMeanwhile() {
            super(
                    Category.CONFLICT,
                    "changed-meanwhile",
                    "Somebody else has moved this request a moment ago: look again",
                    List.of());
        }
    }

    public static final class QuoteExpired extends RequestRefused {
        QuoteExpired() {
            super(Category.CONFLICT, "quote-expired", "This quote has run out: ask for a new one", List.of());
        }
    }

    public static final class AlreadyReviewed extends RequestRefused {
        AlreadyReviewed() {
            super(Category.CONFLICT, "wrong-stage", "This request was reviewed already", List.of());
        }
    }

    /** For a version that is no longer the stored one. */
    public static final class Stale extends RequestRefused {
        Stale() {
            super(Category.STALE, "stale", "Somebody else has changed it since you looked: look again", List.of());
        }
    }

    /** Values that do not fit; the pointers begin at the body, {@code /details/vin}. */
    public static final class Unfit extends RequestRefused {
        public Unfit(List<FieldError> errors) {
            super(Category.INVALID, "invalid", errors.getFirst().detail(), errors);
        }

        public Unfit(String pointer, String detail) {
            this(List.of(new FieldError(pointer, detail)));
        }
    }
}
