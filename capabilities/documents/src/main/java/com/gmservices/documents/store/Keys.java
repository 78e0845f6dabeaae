package com.gmservices.documents.store;

import java.util.regex.Pattern;

/** What a key may be made of: it becomes a path on a disk. */
final class Keys {

    private static final Pattern KEY = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)*/?");

    private Keys() {}

    static String checked(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("Not a key of ours: " + key);
        }
        return key;
    }
}
