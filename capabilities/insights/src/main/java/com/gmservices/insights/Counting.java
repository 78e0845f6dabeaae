package com.gmservices.insights;

import com.gmservices.insights.Insight.Measure;
import com.gmservices.money.Money;
import com.gmservices.payments.PaymentEvent;
import com.gmservices.payments.PaymentEvent.PaymentCanceled;
import com.gmservices.payments.PaymentEvent.PaymentFailed;
import com.gmservices.payments.PaymentEvent.PaymentRefunded;
import com.gmservices.payments.PaymentEvent.PaymentReserved;
import com.gmservices.payments.PaymentEvent.PaymentStarted;
import com.gmservices.payments.PaymentEvent.PaymentSucceeded;
import com.gmservices.payments.PaymentEvent.PaymentUnknown;
import com.gmservices.payments.PaymentEvent.RefundFailed;
import com.gmservices.requests.Move;
import com.gmservices.requests.RequestEvent;
import com.gmservices.requests.RequestEvent.FirstAnswer;
import com.gmservices.requests.RequestEvent.RequestCreated;
import com.gmservices.requests.RequestEvent.RequestMoved;
import com.gmservices.requests.RequestStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What there is to count in an event. Nothing else is asked, so that an event of long ago counts as it did then. */
final class Counting {

    static final String IN_TIME = "in_time";
    static final String LATE = "late";
    static final String ACCEPTED = "accepted";
    static final String DECLINED = "declined";
    static final String EXPIRED = "expired";
    static final String CANCELLED = "cancelled";

    private Counting() {}

    static List<Insight> of(RequestEvent event) {
        return switch (event) {
            case RequestCreated created ->
                List.of(
                        Insight.one(Measure.ASKED, created.serviceType(), created.at()),
                        Insight.one(Measure.STANDING, RequestStatus.PENDING.code(), created.at()));
            case RequestMoved moved -> of(moved);
        };
    }

    static List<Insight> of(PaymentEvent event) {
        return switch (event) {
            case PaymentSucceeded paid -> List.of(money(Measure.PAID, paid.amount(), paid.at()));
            case PaymentRefunded back -> List.of(money(Measure.REFUNDED, back.amount(), back.at()));
            case PaymentStarted _,
                    PaymentReserved _,
                    PaymentFailed _,
                    PaymentCanceled _,
                    PaymentUnknown _,
                    RefundFailed _ -> List.of();
        };
    }

    private static List<Insight> of(RequestMoved moved) {
        Instant at = moved.at();
        List<Insight> insights = new ArrayList<>();
        if (moved.from() != moved.to()) {
            insights.add(new Insight(Measure.STANDING, moved.from().code(), at, -1, 0));
            insights.add(Insight.one(Measure.STANDING, moved.to().code(), at));
            insights.add(Insight.one(Measure.REACHED, moved.to().code(), at));
        }
        if (moved.from() == RequestStatus.QUOTED && moved.to() != RequestStatus.QUOTED) {
            insights.add(Insight.one(Measure.QUOTE, fate(moved.move()), at));
        }
        FirstAnswer answer = moved.answer();
        if (answer != null) {
            insights.add(Insight.one(Measure.ANSWERED, answer.inTime() ? IN_TIME : LATE, at));
            insights.add(
                    Insight.one(Measure.WAITED, Wait.of(answer.openSeconds()).part(), at));
        }
        if (moved.stars() != null) {
            insights.add(Insight.one(Measure.RATED, moved.stars().toString(), at));
        }
        return insights;
    }

    private static String fate(Move move) {
        return switch (move) {
            case ACCEPT -> ACCEPTED;
            case DECLINE -> DECLINED;
            case EXPIRE -> EXPIRED;
            case QUOTE, ASSIGN, SCHEDULE, START, HOLD, RESUME, COMPLETE, CANCEL, REVIEW -> CANCELLED;
        };
    }

    private static Insight money(Measure measure, Money amount, Instant at) {
        return new Insight(measure, amount.currency().getCurrencyCode(), at, 1, amount.amount());
    }
}
