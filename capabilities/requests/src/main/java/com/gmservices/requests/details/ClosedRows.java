package com.gmservices.requests.details;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was typed, with its lists closed up: a row that was left empty between others is none to whoever reads the form,
 * and what is said of the row behind it must not stand beside the empty one.
 */
final class ClosedRows {

    private final Map<String, List<String>> values;

    private ClosedRows(Map<String, List<String>> values) {
        this.values = values;
    }

    static Map<String, List<String>> of(List<Field> fields, Map<String, List<String>> typed) {
        var closed = new ClosedRows(new LinkedHashMap<>(typed));
        closed.closeUp(fields, "details");
        return closed.values;
    }

    static boolean isUsed(String prefix, Map<String, List<String>> values) {
        return values.entrySet().stream()
                .anyMatch(value -> value.getKey().startsWith(prefix)
                        && value.getValue().stream().anyMatch(text -> !text.isBlank()));
    }

    private void closeUp(List<Field> fields, String prefix) {
        for (Field field : fields) {
            String path = prefix + "." + field.name();
            switch (field) {
                case Field.Input _ -> {}
                case Field.Group group -> closeUp(group.fields(), path);
                case Field.Rows rows -> closeUp(path, rows.most());
            }
        }
    }

    private void closeUp(String path, int most) {
        int next = 0;
        for (int row = 0; row < most; row++) {
            if (isUsed(path + "." + row + ".", values)) {
                move(path + "." + row + ".", path + "." + next + ".");
                next++;
            }
        }
    }

    private void move(String from, String to) {
        if (from.equals(to)) {
            return;
        }
        values.keySet().removeIf(name -> name.startsWith(to));
        for (String name : new ArrayList<>(values.keySet())) {
            if (name.startsWith(from)) {
                values.put(to + name.substring(from.length()), values.getOrDefault(name, List.of()));
                values.remove(name);
            }
        }
    }
}
