package com.gmservices.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.requests.Move.Actor;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every status, move and actor against the life of a request as it was designed. */
class MoveTests {

    private static final String LIFE = """
            pending                                         | quote    | staff    | quoted
            pending                                         | accept   | staff    | confirmed
            pending                                         | decline  | staff    | declined
            quoted                                          | accept   | customer | confirmed
            quoted                                          | decline  | customer | declined
            quoted                                          | quote    | staff    | quoted
            quoted                                          | expire   | time     | pending
            confirmed                                       | start    | staff    | in_progress
            in_progress                                     | hold     | staff    | on_hold
            on_hold                                         | resume   | staff    | in_progress
            in_progress                                     | complete | staff    | completed
            pending quoted confirmed                        | cancel   | customer | cancelled
            pending quoted confirmed in_progress on_hold    | cancel   | staff    | cancelled
            pending quoted confirmed in_progress on_hold    | assign   | staff    | as before
            pending quoted confirmed in_progress on_hold    | schedule | staff    | as before
            completed                                       | review   | customer | as before
            """;

    record Case(
            RequestStatus from,
            Move move,
            Actor by,
            @Nullable RequestStatus to) {}

    private record Key(RequestStatus from, Move move, Actor by) {}

    static Stream<Case> everyCase() {
        Map<Key, RequestStatus> life = life();
        return Stream.of(RequestStatus.values())
                .flatMap(from -> Stream.of(Move.values())
                        .flatMap(move -> Stream.of(Actor.values())
                                .map(by -> new Case(from, move, by, life.get(new Key(from, move, by))))));
    }

    private static Map<Key, RequestStatus> life() {
        var life = new HashMap<Key, RequestStatus>();
        LIFE.lines().map(line -> line.split("\\|", -1)).forEach(cells -> {
            Move move = Move.valueOf(cells[1].strip().toUpperCase(Locale.ROOT));
            Actor by = Actor.valueOf(cells[2].strip().toUpperCase(Locale.ROOT));
            for (String each : cells[0].strip().split(" ", -1)) {
                RequestStatus from = RequestStatus.of(each);
                String to = cells[3].strip();
                life.put(new Key(from, move, by), to.equals("as before") ? from : RequestStatus.of(to));
            }
        });
        return life;
    }

    @ParameterizedTest
    @MethodSource("everyCase")
    void leadsWhereItShouldAndNowhereElse(Case one) {
        assertThat(one.move.from(one.from, Set.of(one.by)).orElse(null)).isEqualTo(one.to);
    }

    @Test
    void theTableKnowsEveryMove() {
        assertThat(life().keySet().stream().map(Key::move)).contains(Move.values());
        assertThat(everyCase()).hasSize(8 * 12 * 3);
    }

    @Test
    void nothingLeadsOutOfTheEnd() {
        assertThat(everyCase().filter(one -> !one.from.isOpen() && one.to != null && one.to != one.from))
                .isEmpty();
    }
}
