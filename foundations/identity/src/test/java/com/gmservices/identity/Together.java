package com.gmservices.identity;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

final class Together {

    private Together() {}

    /** Runs both at the same time, and answers in this order. */
    static <T> List<T> atOnce(Callable<T> one, Callable<T> other) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = threads.invokeAll(List.of(one, other));
            return List.of(futures.getFirst().get(), futures.getLast().get());
        }
    }
}
