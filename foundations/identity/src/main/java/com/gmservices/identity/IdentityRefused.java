package com.gmservices.identity;

import com.gmservices.tenancy.Refusal;
import java.util.List;

/** What identity does not do. */
public abstract sealed class IdentityRefused extends Refusal {

    private IdentityRefused(Category category, String code, String message) {
        super(category, code, message);
    }

    private IdentityRefused(String code, FieldError error) {
        super(Category.INVALID, code, error.detail(), List.of(error));
    }

    static final class WrongPassword extends IdentityRefused {
        WrongPassword(String pointer) {
            super(
                    "wrong-password",
                    new FieldError(pointer, "This address is known here, and its password is another one"));
        }
    }

    static final class WrongPresentPassword extends IdentityRefused {
        WrongPresentPassword() {
            super("wrong-present-password", new FieldError("/present_password", "is not your password"));
        }
    }

    static final class NameMissing extends IdentityRefused {
        NameMissing() {
            super("first-name-missing", new FieldError("/first_name", "must not be blank"));
        }
    }

    static final class WeakPassword extends IdentityRefused {
        WeakPassword(PasswordRules.Weakness weakness, String pointer) {
            super(weakness.code(), new FieldError(pointer, advice(weakness)));
        }

        private static String advice(PasswordRules.Weakness weakness) {
            return switch (weakness) {
                case TOO_SHORT -> "must have at least 8 characters";
                case COMMON -> "is one of the commonest passwords or close to one: take another";
                case PERSONAL -> "is made of your name, address or business: take another";
                case PATTERN -> "is a row of keys, a repetition, a sequence or a date: take another";
                case GUESSABLE -> "is soon guessed: take a few words that do not belong together";
            };
        }
    }

    static final class SpentLink extends IdentityRefused {
        SpentLink() {
            super(Category.MISSING, "spent-link", "This link was used, withdrawn or has expired: ask for a new one");
        }
    }

    static final class UnknownAddress extends IdentityRefused {
        UnknownAddress() {
            super("unknown-address", new FieldError("/email", "Nobody signs in here by this address"));
        }
    }

    static final class NoSuchSignIn extends IdentityRefused {
        NoSuchSignIn() {
            super(Category.MISSING, "not-found", "You are not signed in there any more");
        }
    }

    static final class MemberLeft extends IdentityRefused {
        MemberLeft() {
            super(Category.FORBIDDEN, "forbidden", "This business has closed your account with it");
        }
    }

    static final class UnfitScopes extends IdentityRefused {

        UnfitScopes() {
            super(
                    "unfit-scopes",
                    new FieldError(
                            "/scopes", "A key is for at least one thing, and only for what you may do yourself"));
        }
    }

    static final class ExpiryPassed extends IdentityRefused {

        ExpiryPassed() {
            super("expiry-passed", new FieldError("/expires_at", "A key expires in the future"));
        }
    }

    static final class NoSuchKey extends IdentityRefused {

        NoSuchKey() {
            super(Category.MISSING, "not-found", "There is no such key");
        }
    }

    static final class NoSuchProvider extends IdentityRefused {
        NoSuchProvider() {
            super(Category.MISSING, "not-found", "You do not sign in by that account");
        }
    }

    static final class NotOffered extends IdentityRefused {
        NotOffered() {
            super(Category.MISSING, "not-found", "Nobody signs in here by that site");
        }
    }

    static final class LastWay extends IdentityRefused {
        LastWay() {
            super(
                    Category.CONFLICT,
                    "last-way",
                    "You sign in by nothing else: choose a password first, by \"Forgotten your password?\"");
        }
    }

    static final class ChangedMeanwhile extends IdentityRefused {
        ChangedMeanwhile() {
            super(Category.STALE, "stale", "Your profile has changed since you looked: look again");
        }
    }
}
