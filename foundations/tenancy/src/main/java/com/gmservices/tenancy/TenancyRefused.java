package com.gmservices.tenancy;

import java.util.List;

/** What tenancy does not do. */
public abstract sealed class TenancyRefused extends Refusal {

    private TenancyRefused(Category category, String code, String message) {
        super(category, code, message);
    }

    private TenancyRefused(String code, List<FieldError> errors) {
        super(Category.INVALID, code, errors.getFirst().detail(), errors);
    }

    public static final class NotFound extends TenancyRefused {
        public NotFound(String what) {
            super(Category.MISSING, "not-found", "There is no such %s".formatted(what));
        }
    }

    public static final class SlugTaken extends TenancyRefused {
        SlugTaken() {
            super("slug-taken", List.of(new FieldError("/slug", "This address is taken: choose another one")));
        }
    }

    public static final class PoorContrast extends TenancyRefused {
        PoorContrast(String colour) {
            super(
                    "poor-contrast",
                    List.of(new FieldError(
                            "/accent",
                            "White text on it is hard to read: take a darker colour, such as %s"
                                    .formatted(Accent.darkened(colour)))));
        }
    }

    public static final class Unfit extends TenancyRefused {
        public Unfit(String pointer, String detail) {
            this(List.of(new FieldError(pointer, detail)));
        }

        public Unfit(List<FieldError> errors) {
            super("invalid", errors);
        }
    }

    public static final class OwnerStays extends TenancyRefused {
        OwnerStays() {
            super(Category.CONFLICT, "owner-stays", "The owner of a business stays its administrator");
        }
    }

    public static final class OwnerOnly extends TenancyRefused {
        OwnerOnly() {
            super(Category.FORBIDDEN, "owner-only", "Only the owner of a business hands it over");
        }
    }

    public static final class UnfitOwner extends TenancyRefused {
        UnfitOwner() {
            super(
                    Category.CONFLICT,
                    "unfit-owner",
                    "A business belongs to an active administrator who signs in, and whose role has no end");
        }
    }

    public static final class LastAdministrator extends TenancyRefused {

        LastAdministrator() {
            super(Category.CONFLICT, "last-administrator", "A business keeps at least one active administrator");
        }
    }

    public static final class BeyondOwn extends TenancyRefused {

        BeyondOwn() {
            super(
                    Category.FORBIDDEN,
                    "beyond-own-rights",
                    "You can give and take only what you may do yourself: ask an administrator");
        }
    }

    public static final class RoleHeld extends TenancyRefused {

        RoleHeld(int holders) {
            super(
                    Category.CONFLICT,
                    "role-held",
                    "%d people have this role: take it from them first, or say that they lose it".formatted(holders));
        }
    }

    public static final class ChangedMeanwhile extends TenancyRefused {
        ChangedMeanwhile() {
            super(Category.STALE, "stale", "Somebody else has changed it since you looked: look again");
        }
    }
}
