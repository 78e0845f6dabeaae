package com.gmservices.payments.stripe;

import com.gmservices.payments.gateway.Statement.Kind;
import com.gmservices.payments.gateway.Statement.Movement;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.BalanceTransactionSource;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.Refund;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of Stripe's balance, in the currency in which it is kept there: that of the charge, unless Stripe has exchanged
 * it (https://docs.stripe.com/reports/balance-transaction-types).
 */
final class StripeMovement {

    private static final Set<String> CHARGES = Set.of("charge", "payment");
    private static final Set<String> REFUNDS = Set.of("refund", "payment_refund");

    private StripeMovement() {}

    static Movement of(BalanceTransaction line) {
        BalanceTransactionSource source = line.getSourceObject();
        // A fee that comes back has no place of its own: it is told with what comes back.
        long fee = Math.max(line.getFee(), 0);
        long gross = Math.abs(line.getAmount() - Math.min(line.getFee(), 0));
        return new Movement(
                line.getId(),
                gross == 0 ? Kind.FEE : kind(line, source),
                key(line, source),
                object(line, source),
                Units.money(gross == 0 ? fee : gross, line.getCurrency()),
                Units.money(gross == 0 ? 0 : fee, line.getCurrency()),
                Instant.ofEpochSecond(line.getCreated()));
    }

    private static Kind kind(BalanceTransaction line, @Nullable BalanceTransactionSource source) {
        boolean in = line.getAmount() > 0;
        if (isCharge(line)) {
            return Kind.CHARGE;
        }
        if (isRefund(line)) {
            return Kind.REFUND;
        }
        return switch (line.getType()) {
            case "payout" -> in ? Kind.CHARGE : Kind.PAYOUT;
            case "stripe_fee", "stripe_fx_fee", "tax_fee" -> in ? Kind.CHARGE : Kind.FEE;
            case "adjustment" -> source instanceof Dispute ? disputed(in) : unknown(in);
            default -> unknown(in);
        };
    }

    private static Kind disputed(boolean in) {
        return in ? Kind.DISPUTE_WON : Kind.DISPUTE;
    }

    /** What we have no word for must be looked at by somebody, and is: nothing of ours has its name and none its key. */
    private static Kind unknown(boolean in) {
        return in ? Kind.CHARGE : Kind.REFUND;
    }

    private static @Nullable UUID key(BalanceTransaction line, @Nullable BalanceTransactionSource source) {
        return switch (source) {
            case Charge charge when isCharge(line) -> Marks.key(charge.getMetadata(), StripeGateway.CHARGE);
            case Refund refund when isRefund(line) -> Marks.key(refund.getMetadata(), StripeGateway.REFUND);
            case null, default -> null;
        };
    }

    /** A charge by the name that we know it by. */
    private static @Nullable String object(BalanceTransaction line, @Nullable BalanceTransactionSource source) {
        String intent = switch (source) {
            case Charge charge when isCharge(line) -> charge.getPaymentIntent();
            case Dispute dispute -> dispute.getPaymentIntent();
            case null, default -> null;
        };
        return intent == null ? line.getSource() : intent;
    }

    private static boolean isCharge(BalanceTransaction line) {
        return CHARGES.contains(line.getType());
    }

    private static boolean isRefund(BalanceTransaction line) {
        return REFUNDS.contains(line.getType());
    }
}
