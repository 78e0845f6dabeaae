package com.gmservices.notifications;

import jakarta.mail.MessagingException;
import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/**
 * Brings a mail to the server. It is sent twice only if the process dies between the server's yes and our writing it
 * down. Few are under way at once: a server that hangs must not hold all the jobs of the platform.
 */
@Component
class Postman {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);
    private static final Duration SOON = Duration.ofSeconds(1);

    /** Longer than the server's time-outs add up to. */
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private final Semaphore hands = new Semaphore(4);
    private final Mails mails;
    private final Stationery stationery;
    private final MailServer server;
    private final Clock clock;

    Postman(Mails mails, Stationery stationery, MailServer server, Clock clock) {
        this.mails = mails;
        this.stationery = stationery;
        this.server = server;
        this.clock = clock;
    }

    /** When to come again; empty when there is nothing left to do. */
    Optional<Instant> bring(MailId id) {
        if (!server.isThere()) {
            mails.keep(id);
            return Optional.empty();
        }
        if (!hands.tryAcquire()) {
            return Optional.of(clock.instant().plus(SOON));
        }
        try {
            Instant now = clock.instant();
            Optional<Mail> mail = mails.claim(id, now, now.plus(CLAIM));
            return mail.isPresent() ? send(mail.get()) : mails.claimedUntil(id);
        } finally {
            hands.release();
        }
    }

    private Optional<Instant> send(Mail mail) {
        try {
            server.send(mail, stationery.write(mail));
        } catch (MailException | MessagingException | UnsupportedEncodingException e) {
            return notSent(mail, Undelivered.of(e));
        }
        mails.sent(mail, clock.instant());
        return Optional.empty();
    }

    /** The log tells no address, which a server's answer may well hold. */
    private Optional<Instant> notSent(Mail mail, Undelivered why) {
        Optional<Instant> next =
                why.forGood() ? Optional.empty() : Pauses.after(mail.attempts()).map(clock.instant()::plus);
        if (next.isPresent()) {
            mails.tryLater(mail, why.reason());
        } else {
            mails.failed(mail, why.reason());
        }
        log.warn(
                "mail {} was not sent at attempt {}: {}; next {}",
                mail.id().id(),
                mail.attempts(),
                why.kind(),
                next.isPresent() ? next.get() : "never");
        return next;
    }
}
