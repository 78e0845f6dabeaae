package com.gmservices.requests;

import static java.util.stream.Collectors.toSet;

import com.gmservices.database.Page;
import com.gmservices.requests.Listing.Row;
import com.gmservices.requests.RequestFinder.Found;
import com.gmservices.requests.Wanted.Sort;
import com.gmservices.requests.search.Nearness;
import com.gmservices.requests.search.Query;
import java.time.Clock;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Requests by words: a reference at once, then what has the words, and when hardly anything has, what is like them. */
@Component
class RequestSearch {

    private static final int HARDLY_ANY = 3;
    private static final int YEARS = 4;

    private final Listing listing;
    private final OfferingWords offerings;
    private final Clock clock;

    RequestSearch(Listing listing, OfferingWords offerings, Clock clock) {
        this.listing = listing;
        this.offerings = offerings;
        this.clock = clock;
    }

    private record Asked(
            Query query, Conditions conditions, @Nullable Place from, int limit) {

        Found answer(List<Row> rows, boolean guessed) {
            return Found.of(rows, conditions.sort(), guessed, limit);
        }
    }

    Found find(Query query, Conditions conditions, @Nullable Place from, int limit) {
        var asked = new Asked(query, conditions, from, limit);
        if (query.words().isEmpty()) {
            return asked.answer(List.of(), false);
        }
        List<Row> referred = referred(query, conditions);
        if (query.reference().isPresent() && !referred.isEmpty()) {
            return asked.answer(referred, false);
        }
        return from == null ? first(asked, referred) : next(asked, from, referred);
    }

    private Found first(Asked asked, List<Row> referred) {
        Map<OfferingId, List<String>> names = offerings.names();
        String exact = exact(asked.query, names);
        List<Row> rows = rows(asked, exact);
        if (rows.size() + referred.size() < HARDLY_ANY
                && !asked.query.guessable().isEmpty()) {
            String guess = guess(asked.query, names);
            List<Row> near = guess.equals(exact) ? rows : rows(asked, guess);
            if (near.size() > rows.size()) {
                return startingWith(referred, asked, near, true);
            }
        }
        return startingWith(referred, asked, rows, false);
    }

    private Found next(Asked asked, Place from, List<Row> referred) {
        Map<OfferingId, List<String>> names = offerings.names();
        String query = from.guessed() ? guess(asked.query, names) : exact(asked.query, names);
        return asked.answer(without(referred, rows(asked, query)), from.guessed());
    }

    /** What has the number as its reference stands before everything else, and nowhere else. */
    private static Found startingWith(List<Row> referred, Asked asked, List<Row> rows, boolean guessed) {
        if (referred.isEmpty()) {
            return asked.answer(rows, guessed);
        }
        int room = Math.max(1, asked.limit - referred.size());
        Page<ServiceRequest> rest = Found.of(without(referred, rows), asked.conditions.sort(), guessed, room)
                .page();
        var all = new ArrayList<>(referred.stream().map(Row::request).toList());
        all.addAll(rest.data());
        return new Found(new Page<>(all, rest.nextCursor(), rest.hasMore()), guessed);
    }

    private static List<Row> without(List<Row> referred, List<Row> rows) {
        Set<RequestId> there = referred.stream().map(row -> row.request().id()).collect(toSet());
        return rows.stream().filter(row -> !there.contains(row.request().id())).toList();
    }

    private List<Row> referred(Query query, Conditions conditions) {
        List<String> references = query.reference().map(List::of).orElseGet(() -> {
            int year = Year.now(clock.withZone(ZoneOffset.UTC)).getValue();
            return query.references(
                    IntStream.rangeClosed(year - YEARS, year + 1).boxed());
        });
        boolean byNumber = query.reference().isEmpty();
        return references.isEmpty() || (byNumber && conditions.sort() != Sort.NEWEST)
                ? List.of()
                : listing.byReference(conditions, references);
    }

    private List<Row> rows(Asked asked, String query) {
        List<Row> probed = listing.probe(asked.conditions, query, asked.from, asked.limit + 1);
        return probed.size() > asked.limit
                ? probed
                : listing.find(asked.conditions, query, asked.from, asked.limit + 1);
    }

    private static String exact(Query query, Map<OfferingId, List<String>> names) {
        return query.text(word -> OfferingWords.marks(word, names, OfferingWords::begins));
    }

    private String guess(Query query, Map<OfferingId, List<String>> names) {
        Map<String, List<String>> near = listing.nearWords(query.guessable());
        return query.text(word -> Stream.concat(
                        near.getOrDefault(word, List.of()).stream()
                                .filter(other -> !other.startsWith(word) && Nearness.isNear(word, other)),
                        OfferingWords.marks(word, names, OfferingWords::isLike).stream())
                .toList());
    }
}
