package com.gmservices.identity;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Keeps the letters that would have been sent. */
@Component
class Post implements AccountMail {

    private final List<Letter> sent = new CopyOnWriteArrayList<>();

    @Override
    public void send(Letter letter) {
        sent.add(letter);
    }

    List<String> keysTo(String address) {
        return to(address).stream().map(Letter::key).toList();
    }

    /** The path of the last letter of that kind, which may be on its way yet. */
    String linkTo(String address, String key) {
        await().until(() -> keysTo(address).contains(key));
        return to(address).stream()
                .filter(letter -> letter.key().equals(key))
                .map(letter -> Objects.requireNonNull(letter.link()).getPath())
                .toList()
                .getLast();
    }

    List<Letter> to(String address) {
        return sent.stream().filter(letter -> letter.to().equals(address)).toList();
    }
}
