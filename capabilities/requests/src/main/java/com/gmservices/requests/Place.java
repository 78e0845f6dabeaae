package com.gmservices.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.UUID;

/**
 * Where a list of requests goes on: after the one with this id, whose place in the order is given by the key.
 *
 * @param guessed whether the list is of what the words may have meant
 */
public record Place(boolean guessed, String key, UUID id) {

    /** @throws IllegalArgumentException for anything that no list has handed out */
    public static Place valueOf(String text) {
        String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", 3);
        if (parts.length < 3) {
            throw new IllegalArgumentException("Not a cursor");
        }
        return new Place(parts[0].equals("1"), parts[2], UUID.fromString(parts[1]));
    }

    @Override
    public String toString() {
        String text = "%s %s %s".formatted(guessed ? "1" : "0", id, key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
