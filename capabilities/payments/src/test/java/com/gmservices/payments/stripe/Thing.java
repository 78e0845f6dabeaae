package com.gmservices.payments.stripe;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that the fake Stripe keeps. What is null is left out, which to the SDK is the same. */
final class Thing {

    private final Map<String, Object> values = new LinkedHashMap<>();

    static Thing of(String name, @Nullable Object value) {
        return new Thing().set(name, value);
    }

    Thing set(String name, @Nullable Object value) {
        if (value == null) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
        return this;
    }

    @Nullable
    Object get(String name) {
        return values.get(name);
    }

    String text(String name) {
        return String.valueOf(values.get(name));
    }

    long number(String name) {
        return values.get(name) instanceof Number number ? number.longValue() : 0;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    boolean is(String name, Object value) {
        return value.equals(values.get(name));
    }

    boolean isMarked(String name, String mark) {
        return values.get("metadata") instanceof Map<?, ?> metadata && mark.equals(metadata.get(name));
    }

    boolean isOf(UUID charge) {
        return isMarked("gm_charge", charge.toString());
    }

    Thing copy() {
        var copy = new Thing();
        copy.values.putAll(values);
        return copy;
    }

    @JsonValue
    Map<String, Object> values() {
        return values;
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
