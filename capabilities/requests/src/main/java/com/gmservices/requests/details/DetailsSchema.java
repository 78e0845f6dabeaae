package com.gmservices.requests.details;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a form as JSON Schema, draft 2020-12. */
final class DetailsSchema {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final MessageSource messages;

    DetailsSchema(MessageSource messages) {
        this.messages = messages;
    }

    ObjectNode write(DetailsForm form, JsonNode example) {
        ObjectNode schema = JSON.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", text("service-type." + form.type().code() + ".name"));
        fill(schema, form.fields());
        schema.putArray("examples").add(example);
        return schema;
    }

    private void fill(ObjectNode schema, List<Field> fields) {
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        var required = JSON.arrayNode();
        for (Field field : fields) {
            properties.set(field.name(), write(field));
            if (field.required()) {
                required.add(field.name());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        schema.put("additionalProperties", false);
    }

    private ObjectNode write(Field field) {
        ObjectNode schema = JSON.objectNode();
        describe(schema, field);
        switch (field) {
            case Field.Group group -> fill(schema, group.fields());
            case Field.Rows rows -> {
                schema.put("type", "array");
                schema.put("maxItems", rows.most());
                if (rows.required()) {
                    schema.put("minItems", 1);
                }
                fill(schema.putObject("items"), rows.fields());
            }
            case Field.Input input -> write(schema, input);
        }
        return schema;
    }

    private static void write(ObjectNode schema, Field.Input input) {
        switch (input.kind()) {
            case TEXT -> schema.put("type", "string");
            case INTEGER -> schema.put("type", "integer");
            case DECIMAL -> schema.put("type", "number");
            case DATE -> schema.put("type", "string").put("format", "date");
            case TIME -> schema.put("type", "string").put("pattern", "^([01][0-9]|2[0-3]):[0-5][0-9]$");
            case YES_NO -> schema.put("type", "boolean");
            case CHOICE -> choices(schema.put("type", "string"), input.choices());
            case CHOICES ->
                choices(schema.put("type", "array").putObject("items").put("type", "string"), input.choices());
        }
        if (input.kind() == Field.Kind.TEXT) {
            if (input.minLength() != null && input.minLength() > 0) {
                schema.put("minLength", input.minLength());
            }
            if (input.maxLength() != null) {
                schema.put("maxLength", input.maxLength());
            }
        }
        if (input.min() != null) {
            schema.put("minimum", input.min());
        }
        if (input.max() != null) {
            schema.put("maximum", input.max());
        }
    }

    private static void choices(ObjectNode schema, List<String> choices) {
        var values = schema.putArray("enum");
        choices.forEach(values::add);
    }

    private void describe(ObjectNode schema, Field field) {
        schema.put("title", text(field.label()));
        String help = messages.getMessage(field.label() + ".help", null, "", Locale.ENGLISH);
        if (help != null && !help.isEmpty()) {
            schema.put("description", help);
        }
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.ENGLISH);
    }
}
