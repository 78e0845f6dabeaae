package com.gmservices.demo;

import com.gmservices.database.Page;
import com.gmservices.demo.Business.Outcome;
import com.gmservices.demo.Business.Story;
import com.gmservices.payments.Checkout;
import com.gmservices.payments.Refunding;
import com.gmservices.requests.History;
import com.gmservices.requests.Place;
import com.gmservices.requests.ServiceDesk;
import com.gmservices.requests.ServiceRequest;
import com.gmservices.requests.Wanted;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Plays stories at the desk and at the till. What happens at the desk is one transaction: there are many to play. */
@Component
@Conditional(DemoWanted.class)
class Playing {

    private static final int AT_ONCE = 100;

    private final ServiceDesk desk;
    private final Hush hush;
    private final Checkout till;
    private final Refunding refunding;
    private final TransactionTemplate transactions;

    Playing(ServiceDesk desk, Hush hush, Checkout till, Refunding refunding, TransactionTemplate transactions) {
        this.desk = desk;
        this.hush = hush;
        this.till = till;
        this.refunding = refunding;
        this.transactions = transactions;
    }

    /** What is at the desk already, by when it was asked for. */
    Map<Instant, ServiceRequest> told(Cast cast) {
        Map<Instant, ServiceRequest> told = new HashMap<>();
        String next = null;
        do {
            Place from = next == null ? null : Place.valueOf(next);
            Page<ServiceRequest> page = desk.list(cast.owner(), Wanted.ALL, from, AT_ONCE);
            page.data().forEach(request -> told.put(request.createdAt(), request));
            next = page.nextCursor();
        } while (next != null);
        return told;
    }

    /** To be called with the cast's tenant bound as the current one. */
    void play(Cast cast, Story story, Map<Instant, ServiceRequest> told) {
        var scenes = new Scenes(desk, till, refunding, cast, story);
        ServiceRequest before = told.get(scenes.asked());
        if (before == null) {
            transactions.executeWithoutResult(status -> hush.over(scenes.atTheDesk(), story.daysAgo()));
        } else {
            hush.over(before, story.daysAgo());
            scenes.goOn(before);
        }
        List<String> done = before == null
                ? List.of()
                : desk.history(before).stream().map(History.Entry::what).toList();
        if (!story.cards().isEmpty() && !done.contains("paid")) {
            scenes.atTheTill();
        }
        if (story.outcome() == Outcome.REVIEWED && !done.contains("review")) {
            scenes.looksBack();
        }
    }
}
