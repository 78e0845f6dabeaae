package com.gmservices.notifications;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;

/**
 * Why a mail did not leave. For good when the address is none, or the server has refused it by a 5xx (RFC 5321 4.2.1),
 * which is what makes it invalid; all else may pass.
 *
 * @param kind without personal data, for the log
 * @param reason as the server said it, for the operator
 */
record Undelivered(boolean forGood, String kind, String reason) {

    private static final int LENGTH = 500;

    static Undelivered of(Exception thrown) {
        List<Throwable> causes = causes(thrown);
        Throwable last = causes.getLast();
        String said = String.valueOf(last.getMessage()).replaceAll("\\s+", " ").strip();
        return new Undelivered(
                causes.stream().anyMatch(Undelivered::isForGood),
                last.getClass().getSimpleName(),
                said.substring(0, Math.min(LENGTH, said.length())));
    }

    private static boolean isForGood(Throwable cause) {
        return switch (cause) {
            case AddressException _ -> true;
            case SendFailedException refused ->
                refused.getInvalidAddresses() != null && refused.getInvalidAddresses().length > 0;
            default -> false;
        };
    }

    /** What a server answers stands beside the causes of Java, in chains of their own. */
    private static List<Throwable> causes(Throwable thrown) {
        var causes = new ArrayList<Throwable>();
        for (@Nullable Throwable cause = thrown; cause != null && !causes.contains(cause); cause = next(cause)) {
            causes.add(cause);
        }
        return causes;
    }

    private static @Nullable Throwable next(Throwable cause) {
        return switch (cause) {
            case MailSendException many when many.getMessageExceptions().length > 0 -> many.getMessageExceptions()[0];
            case MessagingException one when one.getNextException() != null -> one.getNextException();
            default -> cause.getCause();
        };
    }
}
