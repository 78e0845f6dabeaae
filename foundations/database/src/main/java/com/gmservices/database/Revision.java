package com.gmservices.database;

/** Which version of a row somebody has seen; the value of {@code ETag} and {@code If-Match} (RFC 9110): {@code "7"}. */
public record Revision(int value) {

    /** @throws IllegalArgumentException for anything but a strong tag that we have handed out */
    public static Revision valueOf(String tag) {
        if (!tag.matches("\"\\d{1,9}\"")) {
            throw new IllegalArgumentException("If-Match takes the ETag of the version you have seen");
        }
        return new Revision(Integer.parseInt(tag.substring(1, tag.length() - 1)));
    }

    public String tag() {
        return "\"" + value + "\"";
    }
}
