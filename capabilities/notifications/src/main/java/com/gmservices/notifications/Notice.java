package com.gmservices.notifications;

import com.gmservices.tenancy.MemberId;
import java.util.List;

/**
 * News for one member of the current tenant. The words are the messages {@code <key>.subject} and {@code <key>.text}
 * with these arguments, from the bundle of the module that tells. The path leads to the page where it can be acted on.
 *
 * @param once two notices with the same value for the same member are one, however often they are told
 */
public record Notice(MemberId recipient, String once, String key, List<String> arguments, String path) {

    public Notice {
        arguments = List.copyOf(arguments);
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("Not a path of ours: " + path);
        }
    }
}
