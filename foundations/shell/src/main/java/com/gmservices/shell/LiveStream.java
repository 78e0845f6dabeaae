package com.gmservices.shell;

import com.gmservices.tenancy.CurrentMember;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The line to one open page (server-sent events). It is written by the thread of its own call, so that a slow reader
 * keeps nobody else waiting. It ends by itself within a minute and the page calls again: so often it is asked whether
 * the person may still hear.
 */
final class LiveStream {

    private static final Duration LIFETIME = Duration.ofSeconds(50);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final int MOST_WAITING = 100;
    private static final String END = "";

    private final CurrentMember member;
    private final BlockingQueue<String> waiting = new LinkedBlockingQueue<>();
    private final AtomicBoolean open = new AtomicBoolean(true);

    LiveStream(CurrentMember member) {
        this.member = member;
    }

    CurrentMember member() {
        return member;
    }

    /** @param mark from where the page goes on when it calls again */
    void tell(String mark, Collection<Signal> signals) {
        var lines = new StringBuilder();
        signals.stream()
                .filter(signal -> signal.isFor(member))
                .map(Signal::toString)
                .distinct()
                .forEach(line -> lines.append("data: ").append(line).append('\n'));
        if (!lines.isEmpty()) {
            say("id: %s\n%s\n".formatted(mark, lines));
        }
    }

    /** Nothing is heard that the page has not shown: it begins with where the page stands. */
    void greet(String mark) {
        say("retry: 500\nid: %s\n\n".formatted(mark));
    }

    void end() {
        open.set(false);
        waiting.add(END);
    }

    void write(OutputStream page) throws IOException, InterruptedException {
        long end = System.nanoTime() + LIFETIME.toNanos();
        while (open.get() && System.nanoTime() < end) {
            String next = waiting.poll(HEARTBEAT.toSeconds(), TimeUnit.SECONDS);
            page.write((next == null ? ":\n\n" : next).getBytes(StandardCharsets.UTF_8));
            page.flush();
        }
    }

    /** Whoever does not read is cut off, and hears on the next call what was missed. */
    private void say(String text) {
        if (waiting.size() < MOST_WAITING) {
            waiting.add(text);
        } else {
            end();
        }
    }
}
