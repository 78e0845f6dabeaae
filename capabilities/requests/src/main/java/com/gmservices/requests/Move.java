package com.gmservices.requests;

import static com.gmservices.requests.Move.Actor.CUSTOMER;
import static com.gmservices.requests.Move.Actor.STAFF;
import static com.gmservices.requests.Move.Actor.TIME;
import static com.gmservices.requests.RequestStatus.CANCELLED;
import static com.gmservices.requests.RequestStatus.COMPLETED;
import static com.gmservices.requests.RequestStatus.CONFIRMED;
import static com.gmservices.requests.RequestStatus.DECLINED;
import static com.gmservices.requests.RequestStatus.IN_PROGRESS;
import static com.gmservices.requests.RequestStatus.ON_HOLD;
import static com.gmservices.requests.RequestStatus.PENDING;
import static com.gmservices.requests.RequestStatus.QUOTED;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What can be done to a request: from which status, by whom, and where it leads. */
public enum Move {
    QUOTE,
    ACCEPT,
    DECLINE,
    ASSIGN,
    SCHEDULE,
    START,
    HOLD,
    RESUME,
    COMPLETE,
    CANCEL,
    REVIEW,
    EXPIRE;

    enum Actor {
        CUSTOMER,
        STAFF,
        TIME
    }

    /** @param to null where the status stays */
    private record Rule(
            Move move,
            Actor by,
            Set<RequestStatus> from,
            @Nullable RequestStatus to) {}

    private static final Set<RequestStatus> OPEN = EnumSet.of(PENDING, QUOTED, CONFIRMED, IN_PROGRESS, ON_HOLD);

    private static final List<Rule> RULES = List.of(
            new Rule(QUOTE, STAFF, EnumSet.of(PENDING, QUOTED), QUOTED),
            new Rule(EXPIRE, TIME, EnumSet.of(QUOTED), PENDING),
            new Rule(ACCEPT, STAFF, EnumSet.of(PENDING), CONFIRMED),
            new Rule(ACCEPT, CUSTOMER, EnumSet.of(QUOTED), CONFIRMED),
            new Rule(DECLINE, STAFF, EnumSet.of(PENDING), DECLINED),
            new Rule(DECLINE, CUSTOMER, EnumSet.of(QUOTED), DECLINED),
            new Rule(ASSIGN, STAFF, OPEN, null),
            new Rule(SCHEDULE, STAFF, OPEN, null),
            new Rule(START, STAFF, EnumSet.of(CONFIRMED), IN_PROGRESS),
            new Rule(HOLD, STAFF, EnumSet.of(IN_PROGRESS), ON_HOLD),
            new Rule(RESUME, STAFF, EnumSet.of(ON_HOLD), IN_PROGRESS),
            new Rule(COMPLETE, STAFF, EnumSet.of(IN_PROGRESS), COMPLETED),
            new Rule(CANCEL, CUSTOMER, EnumSet.of(PENDING, QUOTED, CONFIRMED), CANCELLED),
            new Rule(CANCEL, STAFF, OPEN, CANCELLED),
            new Rule(REVIEW, CUSTOMER, EnumSet.of(COMPLETED), null));

    private static final Map<Move, List<Rule>> BY_MOVE = RULES.stream()
            .collect(Collectors.groupingBy(Rule::move, () -> new EnumMap<>(Move.class), Collectors.toList()));

    /** Where the move leads for any of these actors; empty when it is none of theirs from there. */
    Optional<RequestStatus> from(RequestStatus status, Collection<Actor> actors) {
        for (Rule rule : rules()) {
            if (actors.contains(rule.by) && rule.from.contains(status)) {
                return Optional.of(rule.to == null ? status : rule.to);
            }
        }
        return Optional.empty();
    }

    /** Whether anybody of this kind can ever make it. */
    boolean isOf(Actor actor) {
        for (Rule rule : rules()) {
            if (rule.by == actor) {
                return true;
            }
        }
        return false;
    }

    private List<Rule> rules() {
        return BY_MOVE.getOrDefault(this, List.of());
    }

    /** What staff need to be allowed for it. */
    String permission() {
        return switch (this) {
            case QUOTE -> "quote:requests";
            case ASSIGN -> "assign:requests";
            case SCHEDULE -> "schedule:requests";
            case ACCEPT, DECLINE, START, HOLD, RESUME, COMPLETE, CANCEL -> "work:requests";
            case REVIEW, EXPIRE -> "create:requests";
        };
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
