package com.gmservices.insights;

import com.gmservices.payments.PaymentEvent;
import com.gmservices.requests.RequestEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Counts what happens within the transaction in which it happens: once, or not at all. */
@Component
class Tallying {

    private final Counts counts;

    Tallying(Counts counts) {
        this.counts = counts;
    }

    @EventListener
    void on(RequestEvent event) {
        counts.add(Counting.of(event));
    }

    @EventListener
    void on(PaymentEvent event) {
        counts.add(Counting.of(event));
    }
}
