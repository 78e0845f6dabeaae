package com.gmservices.demo;

import com.gmservices.demo.Business.Car;
import com.gmservices.demo.Business.Outcome;
import com.gmservices.demo.Business.Part;
import com.gmservices.demo.Business.Person;
import com.gmservices.demo.Business.Story;
import com.gmservices.demo.Chapter.Plot;
import com.gmservices.demo.Chapter.Wish;
import com.gmservices.requests.Offering.Pricing;
import com.gmservices.requests.Priority;
import com.gmservices.requests.Quote;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes one story after the other from the chapters: whoever and whatever has waited longest has its turn. */
final class Turns {

    private static final String GOOD_CARD = "sandbox_ok";
    private static final String REFUSED_CARD = "sandbox_declined";
    private static final List<List<String>> UNPAID =
            List.of(List.of(), List.of(REFUSED_CARD), List.of("sandbox_action"));
    private static final List<Integer> RATED = List.of(5, 4, 5, 5, 3, 4, 5, 2, 5, 4);

    private final Business business;
    private final Random random;
    private final List<Person> customers;
    private final List<Person> whoSignIn;
    private final List<Car> cars;
    private final IdentityHashMap<List<?>, Integer> turns = new IdentityHashMap<>();

    Turns(Business business, Random random) {
        this.business = business;
        this.random = random;
        this.customers = shuffled(business.people().stream()
                .filter(person -> person.role() == Part.CONTACT || person.role() == Part.CUSTOMER)
                .toList());
        this.whoSignIn = customers.stream()
                .filter(person -> person.role() == Part.CUSTOMER)
                .toList();
        this.cars = shuffled(business.cars());
    }

    Story story(Chapter chapter, Plot plot, Outcome outcome, int daysAgo, LocalTime at) {
        Wish wish = next(plot.wishes());
        Car car = plot.withCar() ? next(cars) : null;
        Person customer = one(6) ? next(whoSignIn) : next(customers);
        boolean rated = outcome == Outcome.REVIEWED;
        int rating = rated ? next(RATED) : 0;
        return new Story(
                daysAgo,
                at,
                car == null ? null : car.id(),
                car == null ? customer.id() : null,
                wish.offering(),
                outcome,
                null,
                wish.details(),
                isQuoted(wish, outcome)
                        ? wish.quote().stream().map(this::varied).toList()
                        : null,
                next(plot.providers()),
                null,
                null,
                wish.notes(),
                priority(),
                car == null && customer.role() == Part.CONTACT && one(3),
                one(9),
                chapter.reasons().containsKey(outcome) ? next(reasons(chapter, outcome)) : null,
                rating,
                rated && !one(7)
                        ? next(Objects.requireNonNull(chapter.comments().get(rating)))
                        : null,
                cards(outcome),
                outcome == Outcome.PAID && one(4));
    }

    private boolean isQuoted(Wish wish, Outcome outcome) {
        return outcome == Outcome.QUOTED
                || outcome == Outcome.DECLINED
                || business.offerings().stream()
                        .anyMatch(it -> it.id().equals(wish.offering()) && it.pricing() != Pricing.FIXED);
    }

    /** No two jobs are the same work; the numbers stay round. */
    private Quote.Line varied(Quote.Line line) {
        double factor = random.nextDouble(0.8, 1.35);
        long step = line.unitAmount() < 1_000_000 ? 500 : 50_000;
        long amount = Math.max(step, Math.round(line.unitAmount() * factor / step) * step);
        return new Quote.Line(line.description(), line.quantity(), amount, line.taxCode());
    }

    private @Nullable Priority priority() {
        if (one(24)) {
            return Priority.URGENT;
        }
        return one(9) ? Priority.HIGH : null;
    }

    /** Some have no luck with their first card, and some have left it at that. */
    private List<String> cards(Outcome outcome) {
        return switch (outcome) {
            case COMPLETED -> next(UNPAID);
            case PAID, REVIEWED -> one(5) ? List.of(REFUSED_CARD, GOOD_CARD) : List.of(GOOD_CARD);
            case PENDING, QUOTED, DECLINED, DECLINED_BY_STAFF, CANCELLED, CONFIRMED, IN_PROGRESS, ON_HOLD -> List.of();
        };
    }

    private static List<String> reasons(Chapter chapter, Outcome outcome) {
        return Objects.requireNonNull(chapter.reasons().get(outcome));
    }

    private boolean one(int of) {
        return random.nextInt(of) == 0;
    }

    private <T> T next(List<T> things) {
        return things.get((turns.merge(things, 1, Integer::sum) - 1) % things.size());
    }

    private <T> List<T> shuffled(List<T> things) {
        List<T> shuffled = new ArrayList<>(things);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
