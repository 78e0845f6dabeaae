package com.gmservices.requests.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** A page that listens. */
final class Listener implements AutoCloseable {

    final int status;

    /** All that it was told, {@code request 0190…}. */
    final List<String> heard = new CopyOnWriteArrayList<>();

    private final AtomicReference<String> mark = new AtomicReference<>("");
    private final InputStream stream;

    Listener(HttpResponse<InputStream> answer) {
        status = answer.statusCode();
        stream = answer.body();
        Thread.ofVirtual().start(this::read);
    }

    /** What a browser sends as {@code Last-Event-ID} when it calls again. */
    String mark() {
        return mark.get();
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    mark.set(line.substring(4));
                } else if (line.startsWith("data: ")) {
                    heard.add(line.substring(6));
                }
            }
        } catch (IOException closed) {
            heard.add("the end");
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
