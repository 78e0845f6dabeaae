package com.gmservices.portability;

import com.gmservices.identity.AccountMail;
import java.util.List;
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
        return sent.stream()
                .filter(letter -> letter.to().equals(address))
                .map(Letter::key)
                .toList();
    }
}
