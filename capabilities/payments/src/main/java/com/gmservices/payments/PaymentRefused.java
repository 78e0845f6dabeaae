package com.gmservices.payments;

import com.gmservices.money.Money;
import com.gmservices.tenancy.Refusal;
import java.util.List;

/** What the till does not do. */
public abstract sealed class PaymentRefused extends Refusal {

    private PaymentRefused(Category category, String code, String message) {
        super(category, code, message);
    }

    private PaymentRefused(String code, String pointer, String message) {
        super(Category.INVALID, code, message, List.of(new FieldError(pointer, message)));
    }

    public static final class NotFound extends PaymentRefused {
        NotFound(String what) {
            super(Category.MISSING, "not-found", "There is no such %s".formatted(what));
        }
    }

    public static final class UnsupportedGateway extends PaymentRefused {
        UnsupportedGateway(String message) {
            super("unsupported-gateway", "/gateway", message);
        }
    }

    /** A value that does not fit. */
    public static final class Unfit extends PaymentRefused {
        Unfit(String pointer, String message) {
            super("invalid", pointer, message);
        }
    }

    /** For what we do not go on with by ourselves: whoever wished for it wishes again. */
    public static final class GatewaySilent extends PaymentRefused {
        GatewaySilent(String gateway) {
            super(
                    Category.CONFLICT,
                    "gateway-silent",
                    "%s does not answer just now: try again in a moment".formatted(gateway));
        }
    }

    public static final class NothingDue extends PaymentRefused {
        NothingDue() {
            super(Category.CONFLICT, "nothing-due", "Nothing is to be paid here");
        }
    }

    /** Another payment for the same thing waits for its gateway. */
    public static final class UnderWay extends PaymentRefused {
        UnderWay() {
            super(
                    Category.CONFLICT,
                    "payment-under-way",
                    "A payment for this is under way: wait until we know what has become of it");
        }
    }

    /** Something else is due than what the payer has agreed to. */
    public static final class AmountChanged extends PaymentRefused {
        AmountChanged(Money due) {
            super(Category.CONFLICT, "amount-changed", "By now %s is due: look again before you pay".formatted(due));
        }
    }

    public static final class WrongStage extends PaymentRefused {
        WrongStage(String move, PaymentStatus status) {
            super(
                    Category.CONFLICT,
                    "wrong-stage",
                    "Cannot %s a payment that is %s"
                            .formatted(move, status.code().replace('_', ' ')));
        }
    }

    public static final class RefundTooLarge extends PaymentRefused {
        RefundTooLarge(Money refundable) {
            super("refund-too-large", "/amount", "At most %s can be given back".formatted(refundable));
        }
    }

    public static final class NothingToRefund extends PaymentRefused {
        NothingToRefund() {
            super(Category.CONFLICT, "nothing-to-refund", "All of it has been given back, or is on its way");
        }
    }

    /** The key stands for another wish already. */
    public static final class KeyReused extends PaymentRefused {
        KeyReused() {
            super(
                    Category.INVALID,
                    "idempotency-key-reused",
                    "This key was sent for something else before: a new wish needs a new key");
        }
    }
}
