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

    Found find(Query query, Conditions conditions, @Nullable Place from, int limit) {
        if (query.words().isEmpty()) {
            return new Found(RequestFinder.page(List.of(), false, limit), false);
        }
        List<Row> referred = referred(query, conditions);
        if (query.reference().isPresent() && !referred.isEmpty()) {
            return new Found(RequestFinder.page(referred, false, limit), false);
        }
        Map<OfferingId, List<String>> names = offerings.names();
        boolean guessed = from != null && from.guessed();
        if (!guessed) {
            String exact = query.text(word -> OfferingWords.marks(word, names, OfferingWords::begins));
            List<Row> rows = rows(exact, conditions, from, limit);
            boolean enough = from != null || rows.size() + referred.size() >= HARDLY_ANY;
            if (enough || query.guessable().isEmpty()) {
                return found(referred, rows, false, from, limit);
            }
            List<Row> near = rows(guess(query, names), conditions, null, limit);
            return near.size() > rows.size()
                    ? found(referred, near, true, null, limit)
                    : found(referred, rows, false, null, limit);
        }
        return found(referred, rows(guess(query, names), conditions, from, limit), true, from, limit);
    }

    /** What has the number as its reference stands before everything else, and nowhere else. */
    private static Found found(List<Row> referred, List<Row> rows, boolean guessed, @Nullable Place from, int limit) {
        Set<RequestId> first = referred.stream().map(row -> row.request().id()).collect(toSet());
        List<Row> others =
                rows.stream().filter(row -> !first.contains(row.request().id())).toList();
        if (from != null || referred.isEmpty()) {
            return new Found(RequestFinder.page(others, guessed, limit), guessed);
        }
        Page<ServiceRequest> page = RequestFinder.page(others, guessed, Math.max(1, limit - referred.size()));
        var all = new ArrayList<>(referred.stream().map(Row::request).toList());
        all.addAll(page.data());
        return new Found(new Page<>(all, page.nextCursor(), page.hasMore()), guessed);
    }

    private List<Row> referred(Query query, Conditions conditions) {
        List<String> references = query.reference().map(List::of).orElseGet(() -> {
            int year = Year.now(clock.withZone(ZoneOffset.UTC)).getValue();
            return query.references(
                    IntStream.rangeClosed(year - YEARS, year + 1).boxed());
        });
        return references.isEmpty() || (query.reference().isEmpty() && conditions.sort() != Sort.NEWEST)
                ? List.of()
                : listing.byReference(conditions, references);
    }

    private List<Row> rows(String query, Conditions conditions, @Nullable Place from, int limit) {
        List<Row> probed = listing.probe(conditions, query, from, limit + 1);
        return probed.size() > limit ? probed : listing.find(conditions, query, from, limit + 1);
    }

    private String guess(Query query, Map<OfferingId, List<String>> names) {
        Map<String, List<String>> near = listing.nearWords(query.guessable());
        return query.text(word -> Stream.concat(
                        near.getOrDefault(word, List.of()).stream().filter(other -> Nearness.isNear(word, other)),
                        OfferingWords.marks(word, names, OfferingWords::isLike).stream())
                .toList());
    }
}
