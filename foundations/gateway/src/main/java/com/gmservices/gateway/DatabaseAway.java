package com.gmservices.gateway;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Whether it was the database that could not be reached, whatever it was that failed for that: nobody's mistake, and soon
 * over. Of what was about to be committed nobody knows then whether it was.
 */
final class DatabaseAway {

    /** As deep as the causes of an exception are looked through, for they may go round in a circle. */
    private static final int DEEPEST = 30;

    /** Connection lost, the server goes down, crashed or comes up, and all its connections are taken. */
    private static final Set<String> STATES = Set.of("57P01", "57P02", "57P03", "53300");

    private static final String CONNECTION = "08";

    private DatabaseAway() {}

    static boolean isBehind(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(DatabaseAway::isIt);
    }

    private static boolean isIt(Throwable cause) {
        return switch (cause) {
            case CannotCreateTransactionException _, CannotGetJdbcConnectionException _ -> true;
            case SQLTransientConnectionException _ -> true;
            case SQLException refused ->
                refused.getSQLState() == null ? isClosed(refused) : isAway(refused.getSQLState());
            default -> false;
        };
    }

    private static boolean isAway(String state) {
        return state.startsWith(CONNECTION) || STATES.contains(state);
    }

    /** So the pool says of one that it has closed for a failure before. */
    private static boolean isClosed(SQLException refused) {
        return "Connection is closed".equals(refused.getMessage());
    }
}
