package com.gmservices.demo;

import com.gmservices.demo.Business.Outcome;
import com.gmservices.demo.Business.Story;
import com.gmservices.payments.Checkout;
import com.gmservices.requests.ServiceDesk;
import java.time.Clock;
import java.time.ZonedDateTime;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Plays stories at the desk and at the till. What happens at the desk is one transaction: there are many to play. */
@Component
@Conditional(DemoWanted.class)
class Playing {

    private final ServiceDesk desk;
    private final Hush hush;
    private final Checkout till;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Playing(ServiceDesk desk, Hush hush, Checkout till, TransactionTemplate transactions, Clock clock) {
        this.desk = desk;
        this.hush = hush;
        this.till = till;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** To be called with the cast's tenant bound as the current one. */
    void play(Cast cast, Story story) {
        var now = ZonedDateTime.now(clock.withZone(cast.business().timeZone()));
        var scenes = new Scenes(desk, till, cast, story, now);
        transactions.executeWithoutResult(status -> hush.over(scenes.atTheDesk(), story.daysAgo()));
        if (story.outcome().reaches(Outcome.PAID)) {
            scenes.atTheTill();
        }
        if (story.outcome() == Outcome.REVIEWED) {
            scenes.looksBack();
        }
    }
}
