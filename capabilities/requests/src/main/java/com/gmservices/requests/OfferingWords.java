package com.gmservices.requests;

import com.gmservices.requests.search.Nearness;
import com.gmservices.requests.search.Query;
import com.gmservices.requests.search.Words;
import com.gmservices.tenancy.CurrentTenant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which offerings have words, or words like them. A catalogue is read whole: it has some dozens of entries, seldom
 * hundreds.
 */
@Repository
class OfferingWords {

    private static final int MOST_MARKS = 40;

    private final JdbcClient jdbc;

    OfferingWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those with all the words in name, description or type; when there are none, those with words like them. */
    UUID[] matching(Query query) {
        if (query.words().isEmpty()) {
            return new UUID[0];
        }
        Map<OfferingId, List<String>> all = words("name || ' ' || description || ' ' || service_type");
        UUID[] exact = matching(query, all, OfferingWords::begins);
        return exact.length > 0 ? exact : matching(query, all, OfferingWords::isLike);
    }

    /** The words of each one's name. */
    Map<OfferingId, List<String>> names() {
        return words("name");
    }

    /** What requests for offerings with this word in their name are marked with. */
    static List<String> marks(String word, Map<OfferingId, List<String>> names, BiPredicate<String, String> matches) {
        return names.entrySet().stream()
                .filter(offering -> offering.getValue().stream().anyMatch(other -> matches.test(word, other)))
                .limit(MOST_MARKS)
                .map(offering -> SearchIndex.mark(offering.getKey()))
                .toList();
    }

    static boolean begins(String typed, String word) {
        return word.startsWith(typed);
    }

    static boolean isLike(String typed, String word) {
        return word.startsWith(typed) || (Words.isGuessable(typed) && Nearness.isNear(typed, word));
    }

    private static UUID[] matching(
            Query query, Map<OfferingId, List<String>> offerings, BiPredicate<String, String> matches) {
        return offerings.entrySet().stream()
                .filter(offering -> query.words().stream()
                        .allMatch(word -> offering.getValue().stream().anyMatch(other -> matches.test(word, other))))
                .map(offering -> offering.getKey().value())
                .toArray(UUID[]::new);
    }

    private Map<OfferingId, List<String>> words(String text) {
        var words = new LinkedHashMap<OfferingId, List<String>>();
        jdbc.sql("select id, %s as text from requests.offering where tenant_id = ? order by id desc".formatted(text))
                .param(CurrentTenant.id().value())
                .query(row -> {
                    words.put(new OfferingId(row.getObject("id", UUID.class)), Words.of(row.getString("text")));
                });
        return words;
    }
}
