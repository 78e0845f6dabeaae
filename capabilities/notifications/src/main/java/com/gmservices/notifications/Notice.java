package com.gmservices.notifications;

import com.gmservices.tenancy.MemberId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * News for one member of the current tenant. The words are the messages {@code <key>.subject} and {@code <key>.text}
 * with these arguments, from the bundle of the module that tells. The path leads to the page where it can be acted on.
 *
 * @param once two notices with the same value for the same member are one, however often they are told
 * @param kind the code of a {@link NoticeKind}
 * @param arguments plain text, or what {@link Said} makes
 * @param until when it is of no use any more, so that it rather stays unsent
 */
public record Notice(
        MemberId recipient,
        String once,
        String kind,
        String key,
        List<String> arguments,
        String path,
        @Nullable Instant until) {

    public Notice {
        arguments = arguments.stream().map(Said::text).toList();
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("Not a path of ours: " + path);
        }
    }

    public Notice(MemberId recipient, String once, String key, List<String> arguments, String path) {
        this(recipient, once, NoticeKind.GENERAL, key, arguments, path, null);
    }

    public Notice ofKind(String kind) {
        return new Notice(recipient, once, kind, key, arguments, path, until);
    }

    public Notice until(Instant until) {
        return new Notice(recipient, once, kind, key, arguments, path, until);
    }
}
