package com.gmservices.requests.details;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What came from an HTML form, by field name: {@code details.vehicle.vin}, {@code details.parts.0.quantity}. Empty
 * fields are fields left out. Anything that cannot be read stays text, for the record to complain about.
 */
final class FilledIn {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final int MOST_DIGITS = 30;

    private final Map<String, List<String>> values;

    FilledIn(Map<String, List<String>> values) {
        this.values = values;
    }

    ObjectNode toJson(List<Field> fields) {
        return object(fields, "details");
    }

    private ObjectNode object(List<Field> fields, String prefix) {
        ObjectNode object = JSON.objectNode();
        for (Field field : fields) {
            JsonNode value = value(field, prefix + "." + field.name());
            if (value != null) {
                object.set(field.name(), value);
            }
        }
        return object;
    }

    private @Nullable JsonNode value(Field field, String path) {
        return switch (field) {
            case Field.Input input -> input(input, path);
            case Field.Group group -> {
                ObjectNode object = object(group.fields(), path);
                yield object.isEmpty() && !group.required() ? null : object;
            }
            case Field.Rows rows -> rows(rows, path);
        };
    }

    private JsonNode rows(Field.Rows rows, String path) {
        var array = JSON.arrayNode();
        for (int row = 0; row < rows.most(); row++) {
            ObjectNode object = object(rows.fields(), path + "." + row);
            if (!object.isEmpty()) {
                array.add(object);
            }
        }
        return array;
    }

    private @Nullable JsonNode input(Field.Input input, String path) {
        List<String> given = new ArrayList<>(values.getOrDefault(path, List.of()));
        given.removeIf(String::isBlank);
        if (input.kind() == Field.Kind.CHOICES) {
            var array = JSON.arrayNode();
            given.forEach(array::add);
            return array;
        }
        if (given.isEmpty()) {
            return null;
        }
        String text = given.getFirst().strip();
        return switch (input.kind()) {
            case YES_NO -> yesOrNo(text);
            case INTEGER, DECIMAL -> number(text);
            case TEXT, DATE, TIME, CHOICE, CHOICES -> JSON.stringNode(text);
        };
    }

    private static JsonNode yesOrNo(String text) {
        return switch (text) {
            case "true" -> JSON.booleanNode(true);
            case "false" -> JSON.booleanNode(false);
            default -> JSON.stringNode(text);
        };
    }

    private static JsonNode number(String text) {
        try {
            var number = new BigDecimal(text.replace(",", "").replace(" ", ""));
            return number.scale() > 0 || number.precision() - number.scale() > MOST_DIGITS
                    ? JSON.numberNode(number)
                    : JSON.numberNode(number.toBigIntegerExact());
        } catch (NumberFormatException e) {
            return JSON.stringNode(text);
        }
    }
}
