package com.gmservices.payments.stripe;

import com.gmservices.payments.vendor.Asking;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.StripeException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came in place of an answer. Holds Stripe's codes and the id of the call, by which Stripe finds it, and nothing
 * that was sent or said: Stripe's own exceptions repeat whole bodies, with names, addresses and secrets of clients.
 */
final class StripeFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String KEY_REUSED = "idempotency_error";

    enum Kind {
        /** It surely was not taken up: no connection, no admission, too many at once. */
        NOT_TAKEN,
        /** It was understood, and nothing was done. */
        REFUSED,
        /** Nobody knows. */
        SILENT
    }

    private final Kind kind;
    private final int status;
    private final @Nullable String code;
    private final @Nullable String declineCode;
    private final boolean replayed;

    private StripeFailure(
            Kind kind, int status, @Nullable String code, @Nullable String declineCode, boolean replayed, String call) {
        super("Stripe: %s %d %s %s, call %s".formatted(kind, status, code, declineCode, call));
        this.kind = kind;
        this.status = status;
        this.code = code;
        this.declineCode = declineCode;
        this.replayed = replayed;
    }

    static StripeFailure of(StripeException e) {
        int status = Objects.requireNonNullElse(e.getStatusCode(), 0);
        var error = e.getStripeError();
        return new StripeFailure(
                kind(e, status),
                status,
                e instanceof IdempotencyException ? KEY_REUSED : e.getCode(),
                error == null ? null : error.getDeclineCode(),
                error != null && error.getLastResponse() != null && StripeClients.isReplayed(error.getLastResponse()),
                Objects.requireNonNullElse(e.getRequestId(), "unknown"));
    }

    /** The SDK stumbles over answers that are not of its kind. */
    static StripeFailure unreadable(RuntimeException e) {
        return new StripeFailure(Kind.SILENT, 0, e.getClass().getSimpleName(), null, false, "unknown");
    }

    private static Kind kind(StripeException e, int status) {
        if (e instanceof ApiConnectionException) {
            return Asking.isBeforeItWasSent(e) ? Kind.NOT_TAKEN : Kind.SILENT;
        }
        if (e instanceof AuthenticationException || status == 403) {
            return Kind.NOT_TAKEN;
        }
        if (status == 429) {
            // Another call has the object in hand, maybe the one whose answer we have lost.
            return "lock_timeout".equals(e.getCode()) ? Kind.SILENT : Kind.NOT_TAKEN;
        }
        return status >= 400 && status < 500 && status != 409 ? Kind.REFUSED : Kind.SILENT;
    }

    Kind kind() {
        return kind;
    }

    int status() {
        return status;
    }

    @Nullable
    String code() {
        return code;
    }

    @Nullable
    String declineCode() {
        return declineCode;
    }

    /** The card's bank has refused. */
    boolean isOfCard() {
        return status == 402;
    }

    boolean isRefusal() {
        return kind == Kind.REFUSED;
    }

    /** Not known, or not to this account. */
    boolean isUnknownThing() {
        return "resource_missing".equals(code);
    }

    /** The key was used before, with other words. */
    boolean isOfReusedKey() {
        return KEY_REUSED.equals(code);
    }

    /** The first answer under this key, given again. */
    boolean isReplayed() {
        return replayed;
    }
}
