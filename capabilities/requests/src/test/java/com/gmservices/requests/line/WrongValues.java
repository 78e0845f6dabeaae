package com.gmservices.requests.line;

import com.gmservices.requests.RequestRefused.Unfit;
import com.gmservices.requests.ServiceType;
import com.gmservices.requests.details.DetailsDesk;
import com.gmservices.requests.details.Field;
import com.gmservices.tenancy.Refusal.FieldError;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ContainerNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Details of a type with a wrong value in one place, and what somebody is told of it. */
public record WrongValues(DetailsDesk desk, ServiceType type, ObjectNode details) {

    /** Right in all places, to begin with. */
    public static WrongValues of(DetailsDesk desk, ServiceType type) {
        return new WrongValues(
                desk, type, (ObjectNode) desk.write(type.example().apply(Counter.TODAY)));
    }

    /**
     * @param wrong text or figure; {@code null} takes the value away, {@code x*41} is 41 letters, {@code rows*21} repeats
     *     the first row
     * @return message by pointer
     */
    public Map<String, String> told(String pointer, String wrong) {
        put(JsonPointer.compile(pointer), wrong);
        return told();
    }

    public Map<String, String> told() {
        try {
            desk.read(type, details);
            return Map.of();
        } catch (Unfit unfit) {
            return unfit.errors().stream()
                    .collect(Collectors.toMap(
                            FieldError::pointer, FieldError::detail, (one, other) -> one + " / " + other));
        }
    }

    private void put(JsonPointer pointer, String wrong) {
        if (details.at(pointer.head()) instanceof ArrayNode choices) {
            choices.set(pointer.last().getMatchingIndex(), JsonNodeFactory.instance.stringNode(wrong));
            return;
        }
        var field = (ObjectNode) details.at(pointer.head());
        String name = pointer.last().getMatchingProperty();
        if (wrong.equals("null")) {
            field.remove(name);
        } else if (wrong.startsWith("rows*")) {
            var rows = field.withArray(name);
            JsonNode row = rows.get(0);
            while (rows.size() < Integer.parseInt(wrong.substring(5))) {
                rows.add(row);
            }
        } else if (wrong.startsWith("x*")) {
            field.put(name, "x".repeat(Integer.parseInt(wrong.substring(2))));
        } else if (field.path(name).isNumber() && wrong.matches("-?[0-9]+")) {
            field.put(name, Integer.parseInt(wrong));
        } else if (field.path(name).isNumber() && wrong.matches("-?[0-9]+\\.[0-9]+")) {
            field.put(name, new BigDecimal(wrong));
        } else {
            field.put(name, wrong);
        }
    }

    /** Whatever stands in a field, five thousand letters do not belong there: the fields that say nothing of it. */
    public static List<String> silent(DetailsDesk desk, ServiceType type) {
        return fields("", desk.form(type).fields())
                .filter(pointer -> {
                    var wrong = of(desk, type);
                    wrong.makeRoom(JsonPointer.compile(pointer));
                    return wrong.told(pointer, "x*5000")
                            .getOrDefault("/details" + pointer, "")
                            .isBlank();
                })
                .toList();
    }

    private static Stream<String> fields(String above, List<Field> fields) {
        return fields.stream().flatMap(field -> switch (field) {
            case Field.Group group -> fields(above + "/" + field.name(), group.fields());
            case Field.Rows rows -> fields(above + "/" + field.name() + "/0", rows.fields());
            case Field.Input input ->
                Stream.of(above + "/" + field.name() + (input.kind() == Field.Kind.CHOICES ? "/0" : ""));
        });
    }

    private void makeRoom(JsonPointer pointer) {
        ContainerNode<?> place = details;
        for (JsonPointer step = pointer; step.tail() != null && !step.tail().matches(); step = step.tail()) {
            place = below(place, step, step.tail().getMatchingIndex() == 0);
        }
        if (place instanceof ArrayNode choices && choices.isEmpty()) {
            choices.add("");
        }
    }

    private static ContainerNode<?> below(ContainerNode<?> place, JsonPointer step, boolean list) {
        if (place instanceof ArrayNode rows) {
            return rows.isEmpty() ? rows.addObject() : (ObjectNode) rows.get(0);
        }
        var object = (ObjectNode) place;
        String name = step.getMatchingProperty();
        return object.get(name) instanceof ContainerNode<?> there
                ? there
                : list ? object.putArray(name) : object.putObject(name);
    }

    /** Where something must stand. */
    public static Set<String> required(ServiceType type) {
        return Arrays.stream(type.details().getRecordComponents())
                .filter(component ->
                        has(component, "NotNull") || has(component, "NotBlank") || has(component, "NotEmpty"))
                .map(component -> "/details/"
                        + component
                                .getName()
                                .replaceAll("([a-z])([A-Z])", "$1_$2")
                                .toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean has(RecordComponent component, String constraint) {
        return Arrays.stream(component.getAccessor().getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(type -> type.getSimpleName().equals(constraint));
    }
}
