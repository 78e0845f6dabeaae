package com.gmservices;

import com.gmservices.requests.details.Field;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form filled in wrongly, and the others as before.
 *
 * @param path the field's name: {@code details.parts.0.quantity}
 */
record WrongAnswer(String path, Map<String, List<String>> form) {

    private static final int FAR_TOO_LONG = 5000;
    private static final int SHOWN = 20;

    static Stream<WrongAnswer> to(List<Field> fields, Map<String, List<String>> right) {
        return to(fields, "details", right);
    }

    private static Stream<WrongAnswer> to(List<Field> fields, String above, Map<String, List<String>> right) {
        return fields.stream().flatMap(field -> {
            String path = above + "." + field.name();
            return switch (field) {
                case Field.Group group -> to(group.fields(), path, neighbours(group.fields(), path, right));
                case Field.Rows rows ->
                    Stream.concat(
                            Stream.of(rows)
                                    .filter(Field.Rows::required)
                                    .map(list ->
                                            new WrongAnswer(path, without(right, name -> name.startsWith(path + ".")))),
                            to(rows.fields(), path + ".0", neighbours(rows.fields(), path + ".0", right)));
                case Field.Input input ->
                    Stream.concat(
                            wrong(input).map(value -> new WrongAnswer(path, with(right, path, value))),
                            Stream.of(input)
                                    .filter(Field.Input::required)
                                    .map(empty -> new WrongAnswer(path, without(right, path::equals))));
            };
        });
    }

    private static Stream<String> wrong(Field.Input input) {
        return switch (input.kind()) {
            case TEXT -> Stream.of("x".repeat(FAR_TOO_LONG));
            case INTEGER, DECIMAL -> Stream.concat(Stream.of("a few"), beyond(input.min(), input.max()));
            case DATE -> Stream.of("some day");
            case TIME -> Stream.of("at noon");
            case YES_NO, CHOICE, CHOICES -> Stream.of("whatever");
        };
    }

    private static Stream<String> beyond(@Nullable BigDecimal min, @Nullable BigDecimal max) {
        return Stream.concat(
                Stream.ofNullable(min)
                        .map(least -> least.subtract(BigDecimal.ONE).toPlainString()),
                Stream.ofNullable(max).map(most -> most.add(BigDecimal.ONE).toPlainString()));
    }

    /** A group or row in which nothing stands is none, and lacks nothing: something stands in it beside the field. */
    private static Map<String, List<String>> neighbours(
            List<Field> fields, String path, Map<String, List<String>> right) {
        var filled = new LinkedHashMap<>(right);
        fields.stream()
                .filter(Field.Input.class::isInstance)
                .map(field -> path + "." + field.name())
                .limit(2)
                .forEach(name -> filled.putIfAbsent(name, List.of("1")));
        return filled;
    }

    private static Map<String, List<String>> with(Map<String, List<String>> right, String path, String value) {
        var wrong = new LinkedHashMap<>(right);
        wrong.put(path, List.of(value));
        return wrong;
    }

    private static Map<String, List<String>> without(Map<String, List<String>> right, Predicate<String> name) {
        var lacking = new LinkedHashMap<>(right);
        lacking.keySet().removeIf(name);
        return lacking;
    }

    @Override
    public String toString() {
        String value = String.join(", ", form.getOrDefault(path, List.of("")));
        return path + " '" + value.substring(0, Math.min(value.length(), SHOWN)) + "'";
    }
}
