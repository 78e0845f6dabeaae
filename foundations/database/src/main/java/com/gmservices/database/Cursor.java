package com.gmservices.database;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/** Where a list goes on: opaque to callers, the id of the last row seen to us. Ids sort by time. */
public record Cursor(UUID after) {

    private static final UUID FIRST = new UUID(-1, -1);

    /** Before the newest row of a list that runs from new to old. */
    public static Cursor newest() {
        return new Cursor(FIRST);
    }

    /** @throws IllegalArgumentException for anything that no list has handed out */
    public static Cursor valueOf(String text) {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        if (bytes.length != 16) {
            throw new IllegalArgumentException("Not a cursor");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Cursor(new UUID(buffer.getLong(), buffer.getLong()));
    }

    @Override
    public String toString() {
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(after.getMostSignificantBits())
                .putLong(after.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
