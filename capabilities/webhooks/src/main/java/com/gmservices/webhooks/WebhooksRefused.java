package com.gmservices.webhooks;

import com.gmservices.tenancy.Refusal;
import java.util.List;

/** What webhooks do not do. */
abstract sealed class WebhooksRefused extends Refusal {

    private WebhooksRefused(Category category, String code, String message) {
        super(category, code, message);
    }

    private WebhooksRefused(List<FieldError> errors) {
        super(Category.INVALID, "invalid", errors.getFirst().detail(), errors);
    }

    static final class NotFound extends WebhooksRefused {
        NotFound(String what) {
            super(Category.MISSING, "not-found", "There is no such %s".formatted(what));
        }
    }

    static final class Unfit extends WebhooksRefused {
        Unfit(List<FieldError> errors) {
            super(errors);
        }

        Unfit(String pointer, String detail) {
            super(List.of(new FieldError(pointer, detail)));
        }
    }

    static final class Stale extends WebhooksRefused {
        Stale() {
            super(Category.STALE, "stale", "Somebody else has changed it since you looked: look again");
        }
    }

    static final class TooMany extends WebhooksRefused {
        TooMany(int most) {
            super(
                    Category.CONFLICT,
                    "too-many-endpoints",
                    "A business has %d endpoints at most: remove one first".formatted(most));
        }
    }

    static final class Disabled extends WebhooksRefused {
        Disabled() {
            super(Category.CONFLICT, "endpoint-disabled", "The endpoint is disabled: enable it first");
        }
    }
}
