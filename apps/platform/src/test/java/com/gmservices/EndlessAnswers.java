package com.gmservices;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Reads an answer to its end, unless it is one that has none: of such a stream only the beginning is of interest. */
final class EndlessAnswers {

    private EndlessAnswers() {}

    static BodyHandler<String> unread() {
        return answer -> answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream")
                ? new Unread()
                : BodyHandlers.ofString().apply(answer);
    }

    private static final class Unread implements BodySubscriber<String> {

        private final BodySubscriber<String> empty = BodySubscribers.replacing("");

        @Override
        public CompletionStage<String> getBody() {
            return CompletableFuture.completedStage("");
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.cancel();
        }

        @Override
        public void onNext(List<ByteBuffer> item) {
            empty.onNext(item);
        }

        @Override
        public void onError(Throwable failure) {
            empty.onError(failure);
        }

        @Override
        public void onComplete() {
            empty.onComplete();
        }
    }
}
