package com.gmservices.requests.details;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What was told once, as the fields of a form: the other way round from {@link FilledIn}. */
final class ToldBefore {

    private final LocalDate today;
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    ToldBefore(LocalDate today) {
        this.today = today;
    }

    Map<String, List<String>> values(List<Field> fields, JsonNode details) {
        collect(fields, details, "details");
        return values;
    }

    private void collect(List<Field> fields, JsonNode object, String prefix) {
        for (Field field : fields) {
            String path = prefix + "." + field.name();
            JsonNode value = object.path(field.name());
            switch (field) {
                case Field.Input input -> keep(input, value, path);
                case Field.Group group -> collect(group.fields(), value, path);
                case Field.Rows rows -> {
                    for (int row = 0; row < value.size(); row++) {
                        collect(rows.fields(), value.path(row), path + "." + row);
                    }
                }
            }
        }
    }

    private void keep(Field.Input input, JsonNode value, String path) {
        boolean isToldAnew = input.anew() || (input.kind() == Field.Kind.DATE && hasPassed(value));
        if (value.isMissingNode() || value.isNull() || isToldAnew) {
            return;
        }
        values.put(
                path,
                value.isArray()
                        ? value.valueStream().map(JsonNode::asString).toList()
                        : List.of(value.isNumber() ? value.decimalValue().toPlainString() : value.asString()));
    }

    /** ISO dates sort as text. */
    private boolean hasPassed(JsonNode date) {
        return date.asString("").compareTo(today.toString()) < 0;
    }
}
