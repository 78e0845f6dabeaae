package com.gmservices.tenancy;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/**
 * A text in a merge patch (RFC 7396), where null removes a value: it reads as an empty text, so that it differs from one
 * that was left out, which reads as null.
 */
final class Removable extends StringDeserializer {

    @Override
    public String getNullValue(DeserializationContext context) {
        return "";
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
        return null;
    }
}
