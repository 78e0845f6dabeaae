package com.gmservices.notifications;

import com.gmservices.tenancy.Refusal;
import java.util.List;

/** Why something about notices cannot be had. */
public abstract sealed class NotificationsRefused extends Refusal {

    private NotificationsRefused(Category category, String code, String message) {
        super(category, code, message);
    }

    private NotificationsRefused(List<FieldError> errors) {
        super(Category.INVALID, "invalid", "Some values do not fit", errors);
    }

    public static final class NotFound extends NotificationsRefused {
        public NotFound(String what) {
            super(Category.MISSING, "not-found", "There is no such %s".formatted(what));
        }
    }

    public static final class Unfit extends NotificationsRefused {
        public Unfit(List<FieldError> errors) {
            super(errors);
        }

        public Unfit(String pointer, String detail) {
            super(List.of(new FieldError(pointer, detail)));
        }
    }

    public static final class ChangedMeanwhile extends NotificationsRefused {
        public ChangedMeanwhile() {
            super(Category.STALE, "stale", "This was changed meanwhile: look at it again");
        }
    }

    /** Whoever sent a report cannot have been the one it claims to come from. */
    public static final class NotProven extends NotificationsRefused {
        public NotProven() {
            super(Category.FORBIDDEN, "signature-wrong", "The signature does not fit what was sent");
        }
    }
}
