package com.gmservices.requests;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first letters of somebody's first and last name. */
public final class Initials {

    private Initials() {}

    public static String of(String name) {
        String[] names = name.strip().split("\\s+", -1);
        return Stream.of(names[0], names.length == 1 ? "" : names[names.length - 1])
                .filter(part -> !part.isEmpty())
                .map(part -> Character.toString(part.codePointAt(0)))
                .collect(Collectors.joining());
    }
}
