package com.gmservices.payments.stripe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that a fake account at Stripe holds, by id, and how it is shown: ids, unless they were to be expanded. */
final class Things {

    private static final Set<String> EXPANDABLE = Set.of(
            "payment_intent.latest_charge",
            "payment_intent.payment_method",
            "payment_intent.customer",
            "checkout.session.payment_intent",
            "checkout.session.setup_intent",
            "checkout.session.customer",
            "setup_intent.payment_method",
            "dispute.charge",
            "dispute.payment_intent",
            "refund.charge",
            "refund.payment_intent",
            "balance_transaction.source");

    private final Map<String, Thing> things = new LinkedHashMap<>();
    private final AtomicLong numbers = new AtomicLong(1_000);
    private final AtomicLong ahead = new AtomicLong();

    long now() {
        return System.currentTimeMillis() / 1_000 + ahead.get();
    }

    void pass(long seconds) {
        ahead.addAndGet(seconds);
    }

    Thing add(String prefix, String type) {
        var thing = new Thing();
        String id = prefix + "_" + numbers.incrementAndGet();
        thing.set("id", id);
        thing.set("object", type);
        thing.set("created", now());
        thing.set("livemode", false);
        thing.set("metadata", Map.of());
        things.put(id, thing);
        return thing;
    }

    Thing get(String type, String param, @Nullable Object id) {
        var thing = things.get(String.valueOf(id));
        if (thing == null || !type.equals(thing.get("object"))) {
            throw Refusal.unknownThing(param, String.valueOf(id));
        }
        return thing;
    }

    Stream<Thing> all(String type) {
        return List.copyOf(things.values()).stream().filter(thing -> type.equals(thing.get("object")));
    }

    /** As it is sent. */
    Thing show(Thing thing, List<String> expand) {
        Thing shown = thing.copy();
        expand.forEach(path -> expand(shown, List.of(path.split("\\."))));
        return shown;
    }

    /** The newest first. */
    Thing list(String url, List<Thing> all, Form form, List<String> expand) {
        long limit = form.find("limit").isPresent() ? form.integer("limit") : 10;
        if (limit < 1 || limit > 100) {
            throw Refusal.of("parameter_invalid_integer", "This value must be less than or equal to 100");
        }
        int from = form.find("starting_after")
                .map(id ->
                        1 + all.stream().map(thing -> thing.get("id")).toList().indexOf(id))
                .orElse(0);
        var page = all.stream().skip(from).limit(limit).toList();
        var inner = expand.stream().map(Things::belowData).toList();
        var answer = new Thing();
        answer.set("object", "list");
        answer.set("url", url);
        answer.set("has_more", from + page.size() < all.size());
        answer.set("data", page.stream().map(thing -> show(thing, inner)).toList());
        return answer;
    }

    private static String belowData(String path) {
        if (!path.startsWith("data.")) {
            throw notExpandable(path);
        }
        return path.substring("data.".length());
    }

    private void expand(Thing shown, List<String> path) {
        String name = path.getFirst();
        if (!EXPANDABLE.contains(shown.get("object") + "." + name)) {
            throw notExpandable(name);
        }
        Thing inner = shown.get(name) instanceof Thing already ? already : things.get(shown.text(name));
        if (inner != null) {
            Thing copy = inner.copy();
            shown.set(name, copy);
            if (path.size() > 1) {
                expand(copy, path.subList(1, path.size()));
            }
        }
    }

    private static Refusal notExpandable(String path) {
        return Refusal.of("parameter_invalid", "This property cannot be expanded (%s).".formatted(path));
    }
}
