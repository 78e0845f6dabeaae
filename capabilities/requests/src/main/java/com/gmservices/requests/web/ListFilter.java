package com.gmservices.requests.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.gmservices.requests.Priority;
import com.gmservices.requests.Provider;
import com.gmservices.requests.RequestStatus;
import com.gmservices.requests.Wanted.Assignee;
import com.gmservices.requests.Wanted.Sort;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The chips over the list: each is a link to the same list with one thing more or less asked for. */
final class ListFilter {

    private final ListParameters wanted;
    private final List<Provider> providers;
    private final MultiValueMap<String, String> parameters;

    ListFilter(ListParameters wanted, List<Provider> providers) {
        this.wanted = wanted;
        this.providers = providers;
        this.parameters = parameters(wanted);
    }

    /** @param name a message's key or, for what people have named, the name itself */
    public record Chip(String name, boolean isKey, String href, boolean on) {}

    public ListParameters wanted() {
        return wanted;
    }

    public boolean isEmpty() {
        return parameters.keySet().stream().allMatch("sort"::equals);
    }

    public Chip any() {
        return new Chip("requests.all", true, without("status"), !parameters.containsKey("status"));
    }

    public Chip status(RequestStatus status) {
        return toggle("requests.status." + status.code(), "status", status.code());
    }

    public List<Chip> common() {
        return List.of(
                toggle("requests.late", "late", "true"),
                toggle("requests.list.today", "today", "true"),
                one("requests.list.nobody", "provider", "none"),
                one("requests.list.mine", "provider", "me"),
                one("requests.list.owing", "paid", "false"),
                one("requests.list.paid", "paid", "true"));
    }

    /** What is asked for beside those, to be taken away. */
    public List<Chip> others() {
        var others = new ArrayList<Chip>();
        if (wanted.domain() != null) {
            others.add(new Chip("shell.domain." + wanted.domain().code(), true, without("domain"), true));
        }
        if (parameters.containsKey("type")) {
            others.add(new Chip("service-type.%s.name".formatted(wanted.type()), true, without("type"), true));
        }
        if (wanted.provider() instanceof Assignee.One one) {
            providers.stream()
                    .filter(provider -> provider.id().equals(one.provider()))
                    .forEach(provider -> others.add(new Chip(provider.name(), false, without("provider"), true)));
        }
        for (Priority priority : wanted.priority() == null ? Set.<Priority>of() : wanted.priority()) {
            others.add(toggle("requests.priority." + priority.code(), "priority", priority.code()));
        }
        Stream.of("from", "to")
                .filter(parameters::containsKey)
                .forEach(end -> others.add(new Chip(
                        (end.equals("from") ? "≥ " : "≤ ") + parameters.getFirst(end), false, without(end), true)));
        return others;
    }

    public boolean isOne() {
        return wanted.provider() instanceof Assignee.One;
    }

    public boolean isBy(Provider provider) {
        return wanted.provider() instanceof Assignee.One one && one.provider().equals(provider.id());
    }

    public String sort(String sort) {
        return with("sort", sort);
    }

    public boolean isSortedBy(String sort) {
        return (wanted.sort() == null ? Sort.NEWEST : wanted.sort()).code().equals(sort);
    }

    /** For forms that ask for something else: what they leave as it is. */
    public List<Map.Entry<String, String>> except(String... names) {
        return parameters.entrySet().stream()
                .filter(entry -> !List.of(names).contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream().map(value -> Map.entry(entry.getKey(), value)))
                .toList();
    }

    public String href() {
        return href(parameters);
    }

    String with(String name, String value) {
        var changed = new LinkedMultiValueMap<>(parameters);
        changed.set(name, value);
        return href(changed);
    }

    private String without(String name) {
        var others = new LinkedMultiValueMap<>(parameters);
        others.remove(name);
        return href(others);
    }

    private Chip toggle(String key, String name, String value) {
        boolean on = parameters.getOrDefault(name, List.of()).contains(value);
        var changed = new LinkedMultiValueMap<>(parameters);
        changed.put(
                name,
                Stream.concat(
                                parameters.getOrDefault(name, List.of()).stream()
                                        .filter(other -> !other.equals(value)),
                                on ? Stream.of() : Stream.of(value))
                        .toList());
        return new Chip(key, true, href(changed), on);
    }

    private Chip one(String key, String name, String value) {
        boolean on = parameters.getOrDefault(name, List.of()).contains(value);
        if (on) {
            return new Chip(key, true, without(name), true);
        }
        return new Chip(key, true, with(name, value), false);
    }

    private static MultiValueMap<String, String> parameters(ListParameters wanted) {
        var parameters = new LinkedMultiValueMap<String, String>();
        add(parameters, "q", wanted.q());
        sorted(wanted.status()).forEach(status -> parameters.add("status", status.code()));
        add(
                parameters,
                "domain",
                wanted.domain() == null ? null : wanted.domain().code());
        add(parameters, "type", wanted.type());
        add(
                parameters,
                "provider",
                switch (wanted.provider()) {
                    case null -> null;
                    case Assignee.Nobody _ -> "none";
                    case Assignee.Me _ -> "me";
                    case Assignee.One one -> one.provider().toString();
                });
        add(parameters, "late", Boolean.TRUE.equals(wanted.late()) ? "true" : null);
        add(parameters, "today", Boolean.TRUE.equals(wanted.today()) ? "true" : null);
        add(parameters, "paid", wanted.paid());
        sorted(wanted.priority()).forEach(priority -> parameters.add("priority", priority.code()));
        add(parameters, "from", wanted.from());
        add(parameters, "to", wanted.to());
        add(parameters, "sort", wanted.sort() == null ? null : wanted.sort().code());
        return parameters;
    }

    private static <T> List<T> sorted(@Nullable Set<T> values) {
        return values == null ? List.of() : values.stream().sorted().toList();
    }

    private static void add(MultiValueMap<String, String> parameters, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            parameters.add(name, value.toString());
        }
    }

    private static String href(MultiValueMap<String, String> parameters) {
        return parameters.entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().stream().map(value -> entry.getKey() + "=" + URLEncoder.encode(value, UTF_8)))
                .collect(Collectors.joining("&", "?", ""));
    }
}
