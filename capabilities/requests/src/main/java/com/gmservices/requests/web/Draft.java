package com.gmservices.requests.web;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/** What somebody has typed into the order form, kept in the session until it is sent, also over a sign-in. */
record Draft(LinkedHashMap<String, ArrayList<String>> typed) implements Serializable {

    private static final long serialVersionUID = 1;

    static Draft empty() {
        return new Draft(new LinkedHashMap<>());
    }

    static Draft of(MultiValueMap<String, String> form) {
        var typed = new LinkedHashMap<String, ArrayList<String>>();
        form.forEach((name, values) -> {
            if (!name.startsWith("_")) {
                typed.put(name, new ArrayList<>(values));
            }
        });
        return new Draft(typed);
    }

    Map<String, List<String>> values() {
        return new LinkedHashMap<>(typed);
    }

    public List<String> all(String name) {
        return typed.getOrDefault(name, new ArrayList<>()).stream()
                .filter(value -> !value.isBlank())
                .toList();
    }

    public String one(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? "" : values.getFirst().strip();
    }
}
