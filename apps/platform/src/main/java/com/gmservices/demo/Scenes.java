package com.gmservices.demo;

import com.gmservices.demo.Business.Outcome;
import com.gmservices.demo.Business.Story;
import com.gmservices.money.Money;
import com.gmservices.payments.CaptureMethod;
import com.gmservices.payments.Checkout;
import com.gmservices.payments.Payment;
import com.gmservices.payments.Refunding;
import com.gmservices.payments.Try;
import com.gmservices.requests.NewRequest;
import com.gmservices.requests.Offering;
import com.gmservices.requests.ProviderId;
import com.gmservices.requests.Quote;
import com.gmservices.requests.RequestId;
import com.gmservices.requests.ServiceDesk;
import com.gmservices.requests.ServiceRequest;
import com.gmservices.tenancy.CurrentMember;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The scenes of one story, each at its time. */
final class Scenes {

    private static final Duration QUOTES_HOLD = Duration.ofDays(14);
    private static final int USUAL_MINUTES = 150;

    private final ServiceDesk desk;
    private final Checkout till;
    private final Refunding refunding;
    private final Cast cast;
    private final Story story;
    private final Offering offering;
    private final CurrentMember staff;
    private final CurrentMember customer;
    private final Timetable times;
    private @Nullable RequestId request;

    Scenes(ServiceDesk desk, Checkout till, Refunding refunding, Cast cast, Story story) {
        this.desk = desk;
        this.till = till;
        this.refunding = refunding;
        this.cast = cast;
        this.story = story;
        this.offering = cast.offering(story);
        this.staff = cast.staff(story);
        this.customer = cast.customer(story);
        this.times = new Timetable(
                story, isRoadside(), cast.begun().atZone(cast.business().timeZone()));
    }

    Instant asked() {
        return times.asked();
    }

    /** What was at the desk is told. */
    void goOn(ServiceRequest told) {
        request = told.id();
        times.goOn(told.standing().since());
    }

    ServiceRequest atTheDesk() {
        ServiceRequest placed =
                DemoClock.at(times.asked(), () -> desk.place(story.byPhone() ? staff : customer, wish()));
        request = placed.id();
        switch (story.outcome()) {
            case PENDING -> {}
            case CANCELLED -> at(times.answered(), id -> desk.cancel(customer, id, null, reason()));
            case DECLINED_BY_STAFF -> at(times.answered(), id -> desk.decline(staff, id, null, reason()));
            case QUOTED -> quote(lines());
            case DECLINED -> {
                quote(lines());
                at(times.agreed(), id -> desk.decline(customer, id, null, reason()));
            }
            case CONFIRMED, IN_PROGRESS, ON_HOLD, COMPLETED, PAID, REVIEWED -> {
                agree();
                work(appoint());
            }
        }
        return placed;
    }

    void atTheTill() {
        List<String> cards = story.cards();
        Payment payment = at(times.paid(), id -> till.pay(customer, bill(id, cards.getFirst()), "demo-" + id));
        for (String card : cards.subList(1, cards.size())) {
            at(times.next(), id -> till.confirm(customer, payment.id(), null, Try.of(card), "demo-" + card));
        }
        if (story.refunded()) {
            refund(payment);
        }
    }

    private static Checkout.Wish bill(RequestId id, String card) {
        return new Checkout.Wish(
                "service-request", id.value(), "sandbox", Try.of(card), null, null, CaptureMethod.AUTOMATIC);
    }

    private void refund(Payment payment) {
        Money part = new Money(payment.amount().amount() / 10, payment.amount().currency());
        at(times.next(), id -> refunding.refund(cast.owner(), payment.id(), part, "For the wait", "demo-" + id));
    }

    void looksBack() {
        at(times.reviewed(), id -> desk.review(customer, id, null, story.rating(), story.comment()));
    }

    private void agree() {
        if (story.quote() == null) {
            at(times.answered(), id -> desk.accept(staff, id, null));
        } else {
            quote(story.quote());
            at(times.agreed(), id -> desk.accept(customer, id, null));
        }
    }

    private Instant appoint() {
        ProviderId provider = Cast.of(cast.providers(), Objects.requireNonNull(story.provider()));
        at(times.next(), id -> desk.assign(staff, id, null, provider));
        Instant appointment = times.appointment();
        at(
                times.next(),
                id -> desk.schedule(staff, id, null, appointment, appointment.plus(Duration.ofMinutes(minutes()))));
        return appointment;
    }

    private void work(Instant appointment) {
        Outcome outcome = story.outcome();
        if (outcome.reaches(Outcome.IN_PROGRESS)) {
            at(times.started(appointment), id -> desk.start(staff, id, null));
        }
        if (outcome == Outcome.ON_HOLD) {
            at(times.finished(minutes() / 2), id -> desk.hold(staff, id, null, reason()));
        }
        if (outcome.reaches(Outcome.COMPLETED)) {
            at(times.finished(minutes()), id -> desk.complete(staff, id, null));
        }
    }

    private void quote(List<Quote.Line> lines) {
        Instant answered = times.answered();
        at(answered, id -> desk.quote(staff, id, null, lines, answered.plus(QUOTES_HOLD)));
    }

    private NewRequest wish() {
        return new NewRequest(
                offering.id(),
                details(),
                story.tier(),
                story.addOns() == null ? List.of() : story.addOns(),
                story.notes(),
                null,
                story.priority(),
                null,
                story.byPhone() ? customer.id() : null);
    }

    /** The car is told once in the file; at the roadside nobody asks for its papers. */
    private ObjectNode details() {
        ObjectNode details = Days.counted(story.details(), times.askedOn());
        cast.car(story).ifPresent(car -> {
            if (isRoadside()) {
                details.set("vehicle", Papers.seen(car));
                details.put("phone", cast.phone(car.owner()));
            } else {
                details.set("vehicle", Papers.of(car, story.odometer()));
            }
        });
        return details;
    }

    private boolean isRoadside() {
        return offering.serviceType().equals("roadside_assistance");
    }

    private int minutes() {
        return offering.durationMinutes() == null ? USUAL_MINUTES : offering.durationMinutes();
    }

    private List<Quote.Line> lines() {
        return Objects.requireNonNull(story.quote());
    }

    private String reason() {
        return Objects.requireNonNull(story.reason());
    }

    private <T> T at(Instant moment, Function<RequestId, T> scene) {
        return DemoClock.at(moment, () -> scene.apply(Objects.requireNonNull(request)));
    }
}
