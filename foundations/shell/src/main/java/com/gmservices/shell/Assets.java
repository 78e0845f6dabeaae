package com.gmservices.shell;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * Addresses of stylesheets, scripts and pictures with the hash of their content in them: {@code assets} in templates.
 * They lie outside every tenant's path, so that a browser keeps one copy for all.
 */
@Component
class Assets {

    private final ResourceUrlProvider resources;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    Assets(ResourceUrlProvider resources) {
        this.resources = resources;
    }

    public String path(String path) {
        return known.computeIfAbsent(path, this::withHash);
    }

    private String withHash(String path) {
        String found = resources.getForLookupPath(path);
        if (found == null) {
            throw new IllegalArgumentException("There is no asset " + path);
        }
        return found;
    }
}
