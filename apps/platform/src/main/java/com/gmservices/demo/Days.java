package com.gmservices.demo;

import java.time.LocalDate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Details that count their days from the one on which they are told: {@code +3d}, {@code -400d}. */
final class Days {

    private static final Pattern COUNTED = Pattern.compile("[+-]\\d+d");

    private Days() {}

    static ObjectNode counted(ObjectNode details, LocalDate from) {
        ObjectNode counted = details.objectNode();
        details.properties().forEach(field -> counted.set(field.getKey(), counted(field.getValue(), from)));
        return counted;
    }

    private static JsonNode counted(JsonNode value, LocalDate from) {
        if (value instanceof ObjectNode object) {
            return counted(object, from);
        }
        if (value instanceof ArrayNode array) {
            ArrayNode counted = array.arrayNode();
            array.forEach(element -> counted.add(counted(element, from)));
            return counted;
        }
        if (value.isString() && COUNTED.matcher(value.asString()).matches()) {
            String days = value.asString();
            return StringNode.valueOf(from.plusDays(Integer.parseInt(days, 0, days.length() - 1, 10))
                    .toString());
        }
        return value;
    }
}
