package com.gmservices.operations;

import com.gmservices.audit.Act;
import com.gmservices.audit.Trail;
import com.gmservices.events.TriedAgain;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down what operators do where the trail does not reach: events lie to its left. */
@Component
class OperatorTrail {

    private final Trail trail;

    OperatorTrail(Trail trail) {
        this.trail = trail;
    }

    @EventListener
    void on(TriedAgain event) {
        trail.recordForPlatform(Act.of("untold.tried_again", "untold", event.which())
                .to(Map.of("count", event.count(), "listeners", event.listeners())));
    }
}
