package com.gmservices.payments.stripe;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parameters as Stripe reads them: {@code line_items[0][price_data][currency]=ngn}. */
record Form(Map<String, String> values) {

    private static final Pattern NAME = Pattern.compile("[a-z_0-9]+(\\[[^\\[\\]]+])*");

    static Form parse(String encoded) {
        var values = new TreeMap<String, String>();
        for (String pair : encoded.isEmpty() ? new String[0] : encoded.split("&")) {
            String[] parts = pair.split("=", 2);
            String name = decode(parts[0]);
            if (!NAME.matcher(name).matches() || parts.length < 2 || values.put(name, decode(parts[1])) != null) {
                throw Refusal.of(null, "Invalid encoding of %s".formatted(name));
            }
        }
        return new Form(values);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** @param known {@code metadata[*]} is a name of one's own */
    Form allow(String... known) {
        Pattern allowed = Pattern.compile(Stream.concat(Stream.of(known), Stream.of("expand[*]"))
                .map(name -> Pattern.quote(name).replace("*", "\\E[^\\[\\]]+\\Q"))
                .collect(Collectors.joining("|")));
        values.forEach((name, value) -> {
            if (!allowed.matcher(name).matches()) {
                throw Refusal.of("parameter_unknown", "Received unknown parameter: %s".formatted(name))
                        .with("param", name);
            }
            if (value.isEmpty()) {
                throw Refusal.of("parameter_invalid_empty", "You passed an empty string for '%s'.".formatted(name))
                        .with("param", name);
            }
        });
        return this;
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String require(String name) {
        return find(name).orElseThrow(() -> Refusal.missing(name));
    }

    String oneOf(String name, String otherwise, String... known) {
        String value = values.getOrDefault(name, otherwise);
        if (!List.of(known).contains(value)) {
            throw Refusal.of("parameter_invalid_enum", "Invalid %s: must be one of %s".formatted(name, List.of(known)));
        }
        return value;
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(oneOf(name, "false", "true", "false"));
    }

    long integer(String name) {
        String value = require(name);
        if (!value.matches("-?\\d{1,18}")) {
            throw Refusal.of("parameter_invalid_integer", "Invalid integer: %s".formatted(value))
                    .with("param", name);
        }
        return Long.parseLong(value);
    }

    String url(String name) {
        String value = require(name);
        if (!value.matches("https?://\\S+")) {
            throw Refusal.of("url_invalid", "Not a valid URL").with("param", name);
        }
        return value;
    }

    /** All that stands below the name: {@code metadata}. */
    Map<String, Object> below(String name) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(name + "["))
                .collect(Collectors.toMap(
                        entry -> entry.getKey()
                                .substring(name.length() + 1, entry.getKey().length() - 1),
                        Map.Entry::getValue,
                        (one, other) -> one,
                        TreeMap::new));
    }

    List<String> expand() {
        return below("expand").values().stream().map(Object::toString).toList();
    }
}
