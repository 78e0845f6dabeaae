package com.gmservices.demo;

import com.gmservices.demo.Business.Outcome;
import com.gmservices.demo.Business.Story;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All stories of a business's past weeks, the oldest first: those of its file, and one for each outcome of its chapters'
 * plots. Whoever asks again on the same day hears the same ones.
 */
final class Weeks {

    private static final int DAYS = 56;

    /** How much more is asked in the last week than before the first. */
    private static final double GROWTH = 0.7;

    private static final int[] BY_DAY_OF_WEEK = {10, 9, 9, 8, 10, 5, 2};
    private static final int[] BY_HOUR = {1, 0, 0, 0, 0, 1, 3, 6, 10, 12, 12, 11, 8, 8, 10, 10, 9, 7, 5, 4, 4, 3, 2, 1};
    private static final int BUSIEST_DAY = 10;
    private static final int BUSIEST_HOUR = 12;

    /** When something was asked. */
    private record Moment(int daysAgo, LocalTime at) {

        static Moment of(Story story) {
            return new Moment(story.daysAgo(), story.at());
        }
    }

    /** @param age about how old it is; the freshest happened last */
    private record Draft(Chapter chapter, Chapter.Plot plot, Outcome outcome, double age) {}

    private final Business business;
    private final ZonedDateTime now;
    private final Random random;
    private final Set<Moment> taken = new HashSet<>();

    private Weeks(Business business, ZonedDateTime now) {
        this.business = business;
        this.now = now;
        this.random = new Random(business.slug().hashCode());
    }

    static List<Story> of(Cast cast) {
        Business business = cast.business();
        return new Weeks(business, cast.begun().atZone(business.timeZone())).stories();
    }

    private List<Story> stories() {
        business.stories().forEach(story -> taken.add(Moment.of(story)));
        List<Draft> drafts = business.chapters().stream()
                .flatMap(this::drafts)
                .sorted(Comparator.comparingDouble(Draft::age))
                .toList();
        Iterator<Moment> moments = moments(drafts.size()).iterator();
        var turns = new Turns(business, random);
        return Stream.concat(business.stories().stream(), drafts.stream().map(draft -> {
                    Moment moment = moments.next();
                    return turns.story(draft.chapter(), draft.plot(), draft.outcome(), moment.daysAgo(), moment.at());
                }))
                .sorted(Comparator.comparingInt(Story::daysAgo).reversed().thenComparing(Story::at))
                .toList();
    }

    private Stream<Draft> drafts(Chapter chapter) {
        return chapter.plots().stream()
                .flatMap(plot ->
                        plot.outcomes().stream().map(outcome -> new Draft(chapter, plot, outcome, age(outcome))));
    }

    /** What waits for somebody is young, what is done may be old. */
    private double age(Outcome outcome) {
        return switch (outcome) {
            case PENDING -> random.nextDouble(0, 4);
            case QUOTED -> random.nextDouble(1, 7);
            case CONFIRMED, IN_PROGRESS -> random.nextDouble(1, 20);
            case ON_HOLD -> random.nextDouble(3, 28);
            case CANCELLED, DECLINED, DECLINED_BY_STAFF -> random.nextDouble(2, DAYS);
            case COMPLETED, PAID, REVIEWED -> random.nextDouble(6, DAYS);
        };
    }

    /** The last one first. */
    private List<Moment> moments(int count) {
        List<Moment> moments = new ArrayList<>();
        while (moments.size() < count) {
            Moment moment = new Moment(day(), LocalTime.of(hour(), random.nextInt(60)));
            if (taken.add(moment)) {
                moments.add(moment);
            }
        }
        moments.sort(Comparator.comparingInt(Moment::daysAgo).thenComparing(Moment::at, Comparator.reverseOrder()));
        return moments;
    }

    private int day() {
        while (true) {
            int daysAgo = 1 + random.nextInt(DAYS);
            double weight = BY_DAY_OF_WEEK[now.minusDays(daysAgo).getDayOfWeek().getValue() - 1]
                    * (1 + GROWTH * (DAYS - daysAgo) / DAYS);
            if (random.nextDouble() * BUSIEST_DAY * (1 + GROWTH) < weight) {
                return daysAgo;
            }
        }
    }

    private int hour() {
        while (true) {
            int hour = random.nextInt(BY_HOUR.length);
            if (random.nextInt(BUSIEST_HOUR) < BY_HOUR[hour]) {
                return hour;
            }
        }
    }
}
