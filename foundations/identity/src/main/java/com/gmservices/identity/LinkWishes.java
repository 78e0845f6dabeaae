package com.gmservices.identity;

import com.gmservices.identity.MailedLinks.Purpose;
import com.gmservices.identity.MailedLinks.Site;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Mails a link to whoever has an address, if somebody has it. That is found out after the answer, on a thread of its own:
 * neither what is answered nor how soon tells who is known. What does not fit in the queue is dropped, as mails may be.
 */
@Component
class LinkWishes {

    private static final int MOST_WAITING = 1_000;

    private final Identities identities;
    private final MailedLinks links;
    private final ExecutorService later = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofVirtual().name("mailed-links").factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    LinkWishes(Identities identities, MailedLinks links) {
        this.identities = identities;
        this.links = links;
    }

    void wish(Purpose purpose, String email) {
        Site site = links.here();
        later.execute(() -> identities.findByEmail(email).ifPresent(identity -> links.send(identity, purpose, site)));
    }

    @PreDestroy
    void close() {
        later.shutdown();
    }
}
