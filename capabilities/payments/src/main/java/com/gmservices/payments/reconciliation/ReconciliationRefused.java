package com.gmservices.payments.reconciliation;

import com.gmservices.tenancy.Refusal;
import java.time.LocalDate;
import java.util.List;

/** What reconciliation does not do. */
public abstract sealed class ReconciliationRefused extends Refusal {

    private ReconciliationRefused(Category category, String code, String message) {
        super(category, code, message);
    }

    private ReconciliationRefused(String pointer, String message) {
        super(Category.INVALID, "invalid", message, List.of(new FieldError(pointer, message)));
    }

    public static final class NotFound extends ReconciliationRefused {
        NotFound(String what) {
            super(Category.MISSING, "not-found", "There is no such %s".formatted(what));
        }
    }

    public static final class ChangedMeanwhile extends ReconciliationRefused {
        ChangedMeanwhile() {
            super(
                    Category.CONFLICT,
                    "changed-meanwhile",
                    "This difference was resolved by somebody else, or has vanished: look at it again");
        }
    }

    public static final class NoteMissing extends ReconciliationRefused {
        NoteMissing(int longest) {
            super("/note", "Say what was done about it, in at most %d signs".formatted(longest));
        }
    }

    public static final class NoSuchDay extends ReconciliationRefused {
        NoSuchDay(LocalDate today) {
            super("/day", "Choose a day up to today, %s".formatted(today));
        }
    }
}
