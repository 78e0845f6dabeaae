package com.gmservices.limits;

import java.util.Optional;
import java.util.function.Function;

/** What nodes count together, where there is something to do so. */
interface Sharing {

    Sharing NONE = new Sharing() {
        @Override
        public <T> Optional<T> ask(Function<SharedCounts, T> question) {
            return Optional.empty();
        }
    };

    /** Empty when each node is to count by itself, for now or altogether. */
    <T> Optional<T> ask(Function<SharedCounts, T> question);
}
