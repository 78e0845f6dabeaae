package com.gmservices.tenancy;

import java.util.List;

/** What tenancy does not do. */
public abstract sealed class TenancyRefused extends Refusal {

    private TenancyRefused(Category category, String code, String message) {
        super(category, code, message);
    }

    private TenancyRefused(String code, FieldError error) {
        super(Category.INVALID, code, error.detail(), List.of(error));
    }

    public static final class NotFound extends TenancyRefused {
        public NotFound(String what) {
            super(Category.MISSING, "not-found", "There is no such %s".formatted(what));
        }
    }

    public static final class SlugTaken extends TenancyRefused {
        SlugTaken() {
            super("slug-taken", new FieldError("/slug", "This address is taken: choose another one"));
        }
    }

    public static final class PoorContrast extends TenancyRefused {
        PoorContrast() {
            super("poor-contrast", new FieldError("/accent", "White text is hard to read on it: take a darker colour"));
        }
    }

    public static final class Unfit extends TenancyRefused {
        public Unfit(String pointer, String detail) {
            super("invalid", new FieldError(pointer, detail));
        }
    }

    public static final class OwnerStays extends TenancyRefused {
        OwnerStays() {
            super(Category.CONFLICT, "owner-stays", "The owner of a business stays its administrator");
        }
    }

    public static final class ChangedMeanwhile extends TenancyRefused {
        ChangedMeanwhile() {
            super(Category.STALE, "stale", "Somebody else has changed it since you looked: look again");
        }
    }
}
