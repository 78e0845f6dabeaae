package com.gmservices.identity;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends mails about somebody's account; implemented by whoever knows how mails are sent. */
public interface AccountMail {

    /** Hands the letter over within the caller's transaction; it leaves after the commit. */
    void send(Letter letter);

    /**
     * A letter's words are the messages {@code <key>.subject}, {@code <key>.text} and, with a link, {@code <key>.action}
     * in identity's bundle, with these arguments.
     */
    record Letter(
            String to,
            String key,
            List<String> arguments,
            @Nullable URI link) {

        public Letter {
            arguments = List.copyOf(arguments);
        }
    }
}
