package com.gmservices.tenancy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A permission, as pages tell of it in words. */
public record PermissionLine(String permission) {

    /** Its words: a message key. */
    public String key() {
        return "permission." + permission.replace(':', '.');
    }

    /** By what they are about. */
    public static Map<String, List<PermissionLine>> grouped(Collection<String> permissions) {
        return permissions.stream()
                .sorted()
                .map(PermissionLine::new)
                .collect(Collectors.groupingBy(PermissionLine::subject, TreeMap::new, Collectors.toList()));
    }

    /** {@code create:requests-for-others} and {@code read:all-requests} are about requests. */
    private String subject() {
        String resource = permission.substring(permission.indexOf(':') + 1);
        return resource.startsWith("all-")
                ? resource.substring("all-".length())
                : resource.replaceFirst("-for-others$", "");
    }
}
