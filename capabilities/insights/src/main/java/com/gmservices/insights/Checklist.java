package com.gmservices.insights;

import java.util.List;

/** The steps of a new business up to its first request. */
record Checklist(List<Step> steps) {

    Checklist {
        steps = List.copyOf(steps);
    }

    /** @param code the last part of message keys; the link leads to the one place where it is done */
    record Step(String code, boolean done, String link) {}

    public long done() {
        return steps.stream().filter(Step::done).count();
    }

    public boolean isComplete() {
        return done() == steps.size();
    }
}
