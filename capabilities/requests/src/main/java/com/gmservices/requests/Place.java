package com.gmservices.requests;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.gmservices.requests.Wanted.Sort;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.UUID;

/**
 * Where a list of requests goes on: after the one with this id, whose place in the order is given by the key.
 *
 * @param guessed whether the list is of what the words may have meant
 */
public record Place(Sort sort, boolean guessed, UUID id, String key) {

    static final String NEVER = "infinity";

    /** @throws IllegalArgumentException for anything that no list has handed out */
    public static Place valueOf(String text) {
        String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", 4);
        if (parts.length < 4) {
            throw new IllegalArgumentException("Not a cursor");
        }
        var sort = Sort.valueOf(parts[0]);
        check(sort, parts[3]);
        return new Place(sort, parts[1].equals("1"), UUID.fromString(parts[2]), parts[3]);
    }

    /** What is not a key of this order is not asked of the database. */
    private static void check(Sort sort, String key) {
        try {
            switch (sort) {
                case NEWEST, CUSTOMER -> {}
                case STATUS -> {
                    var _ = Integer.parseInt(key);
                }
                case PRICE -> {
                    var _ = Long.parseLong(key);
                }
                case DUE -> {
                    var _ = key.equals(NEVER) ? Instant.MAX : Instant.parse(key);
                }
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Not a cursor", e);
        }
    }

    @Override
    public String toString() {
        String text = "%s %s %s %s".formatted(sort, guessed ? "1" : "0", id, key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
