package com.gmservices.portability;

import com.gmservices.tenancy.Refusal;
import java.util.List;

/** What is not done with one's data, and why. */
public abstract sealed class PortabilityRefused extends Refusal {

    private PortabilityRefused(Category category, String code, String message) {
        super(category, code, message);
    }

    private PortabilityRefused(String code, FieldError error) {
        super(Category.INVALID, code, error.detail(), List.of(error));
    }

    static final class NotFound extends PortabilityRefused {
        NotFound(String what) {
            super(Category.MISSING, "not-found", "There is no such %s".formatted(what));
        }
    }

    static final class UnderWay extends PortabilityRefused {
        UnderWay() {
            super(Category.CONFLICT, "transfer-under-way", "One is under way already: wait until it is done");
        }
    }

    static final class ShortPassphrase extends PortabilityRefused {
        ShortPassphrase() {
            super(
                    "passphrase-too-short",
                    new FieldError(
                            "/passphrase",
                            "Take at least %d characters: four or five words do well"
                                    .formatted(PassphraseKey.SHORTEST)));
        }
    }

    static final class Unconfirmed extends PortabilityRefused {
        Unconfirmed(String pointer, String wanted) {
            super(
                    "not-confirmed",
                    new FieldError(pointer, "Write %s here, so that we know that you mean it".formatted(wanted)));
        }
    }

    static final class OwnerFirst extends PortabilityRefused {
        OwnerFirst(List<String> businesses) {
            super(
                    Category.CONFLICT,
                    "owner-stays",
                    "You own %s: hand it over to another administrator first, or close it in its settings"
                            .formatted(String.join(", ", businesses)));
        }
    }

    static final class OwnersOwn extends PortabilityRefused {
        OwnersOwn() {
            super(
                    Category.CONFLICT,
                    "owner-stays",
                    "The owner of a business cannot be erased from it: hand the business over first");
        }
    }

    static final class OwnerOnly extends PortabilityRefused {
        OwnerOnly() {
            super(Category.FORBIDDEN, "forbidden", "Only the owner of the business may do this");
        }
    }

    static final class TooLate extends PortabilityRefused {
        TooLate() {
            super(Category.CONFLICT, "closing-begun", "It is too late: the business is being deleted");
        }
    }

    static final class NotEmpty extends PortabilityRefused {
        NotEmpty(String what) {
            super(
                    Category.CONFLICT,
                    "tenant-not-empty",
                    "Data go into an empty business only, and this one has %s: sign up a new one".formatted(what));
        }
    }

    static final class BadArchive extends PortabilityRefused {
        BadArchive(String why) {
            super("bad-archive", new FieldError("/file", why));
        }
    }
}
