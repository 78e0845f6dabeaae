package com.gmservices.database;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one line what its operator can put right, where Boot would print a page; all else is left to Boot. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartFailures implements SpringBootExceptionReporter {

    StartFailures(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String line = inOneLine(cause);
            if (line != null) {
                System.err.println("gm: " + line);
                return true;
            }
        }
        return false;
    }

    private static @Nullable String inOneLine(Throwable failure) {
        return switch (failure) {
            case CannotStart cannot -> cannot.getMessage();
            case PortInUseException taken ->
                "Port %d is taken by another program: free it, or choose another with GM_PORT."
                        .formatted(taken.getPort());
            default -> null;
        };
    }
}
