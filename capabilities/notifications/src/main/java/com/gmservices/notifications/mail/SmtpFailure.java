package com.gmservices.notifications.mail;

import com.gmservices.notifications.carrier.Outcome;
import com.gmservices.notifications.carrier.Outcome.NotTaken;
import com.gmservices.notifications.carrier.Outcome.Refused;
import com.gmservices.notifications.carrier.Outcome.Unknown;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;

/**
 * Why a mail server did not take a mail. For good when the address is none, or the server has refused it by a 5xx
 * (RFC 5321 4.2.1), which is what makes it invalid. A line that broke once we were connected says nothing.
 */
final class SmtpFailure {

    private static final int FOR_GOOD = 500;

    private SmtpFailure() {}

    static Outcome of(Exception thrown) {
        List<Throwable> causes = causes(thrown);
        String said = String.valueOf(causes.getLast().getMessage());
        if (causes.stream().anyMatch(SmtpFailure::isOfTheAddress)) {
            return new Refused(said, true);
        }
        if (causes.stream().anyMatch(SmtpFailure::isRefusal)) {
            return new Refused(said, false);
        }
        return causes.stream().anyMatch(SmtpFailure::isSilence)
                        && causes.stream().noneMatch(SmtpFailure::isBeforeItWasSent)
                ? new Unknown(said)
                : new NotTaken(said);
    }

    private static boolean isOfTheAddress(Throwable cause) {
        return switch (cause) {
            case AddressException _ -> true;
            case SendFailedException refused ->
                refused.getInvalidAddresses() != null && refused.getInvalidAddresses().length > 0;
            default -> false;
        };
    }

    private static boolean isRefusal(Throwable cause) {
        return cause instanceof SMTPSendFailedException answer && answer.getReturnCode() >= FOR_GOOD;
    }

    /** A line that breaks where an answer is due is told as an answer without a number. */
    private static boolean isSilence(Throwable cause) {
        return cause instanceof IOException
                || (cause instanceof SMTPSendFailedException answer && answer.getReturnCode() < 0);
    }

    private static boolean isBeforeItWasSent(Throwable cause) {
        return cause instanceof MailConnectException
                || cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof SSLHandshakeException
                || cause instanceof AuthenticationFailedException;
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
