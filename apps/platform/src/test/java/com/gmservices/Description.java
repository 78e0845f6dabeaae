package com.gmservices;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code openapi.json} says, and whether an answer is as it says. */
record Description(JsonNode document) {

    static Description of(Program program) {
        return new Description(program.done("GET", "/api/v1/openapi.json", null));
    }

    /** As {@code GET /api/v1/me}. */
    Set<String> operations() {
        return document.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue().propertyNames().stream()
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @param operation as {@code GET /api/v1/me} */
    boolean describesSuccess(String operation) {
        String[] parts = operation.split(" ", -1);
        JsonNode responses = document.path("paths")
                .path(parts[1])
                .path(parts[0].toLowerCase(Locale.ROOT))
                .path("responses");
        return responses.has("202")
                || responses.has("204")
                || responses.has("303")
                || hasSchema(responses.path("200"))
                || hasSchema(responses.path("201"));
    }

    /** JSON, or a file of whatever type it is. */
    private static boolean hasSchema(JsonNode response) {
        return response.path("content").valueStream().anyMatch(content -> content.has("schema"));
    }

    /** Of all bodies, as callers write them. */
    Set<String> properties() {
        return document.path("components")
                .path("schemas")
                .propertyStream()
                .flatMap(schema -> schema.getValue().path("properties").propertyNames().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of all operations, wherever they are sent. */
    Set<String> parameters() {
        return document.path("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .flatMap(operation -> operation.path("parameters").valueStream())
                .map(parameter -> parameter.path("name").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @param path with or without a query */
    boolean knows(String method, String path) {
        return operations().stream()
                .map(operation -> operation.replaceAll("\\{[^}]+}", "[^/]+"))
                .anyMatch((method + " " + path.replaceAll("\\?.*", ""))::matches);
    }

    /** @param path with or without a query */
    void checkAnswer(String method, String path, HttpResponse<String> answer) {
        String called = path.replaceAll("\\?.*", "");
        JsonNode content = operation(method, called)
                .path("responses")
                .path(String.valueOf(answer.statusCode()))
                .path("content");
        JsonNode schema = content.valueStream()
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError("%s %s says nothing of %d".formatted(method, path, answer.statusCode())))
                .path("schema");
        ObjectNode whole = schema.deepCopy().asObject();
        whole.set("components", document.path("components"));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(whole)
                        .validate(Program.json(answer)))
                .as("%s %s: %s", method, path, answer.body())
                .isEmpty();
    }

    private JsonNode operation(String method, String path) {
        return document.path("paths")
                .propertyStream()
                .filter(known -> path.matches(known.getKey().replaceAll("\\{[^}]+}", "[^/]+")))
                .min(Comparator.comparing(known -> known.getKey().contains("{")))
                .orElseThrow(() -> new AssertionError("Nothing is said of " + path))
                .getValue()
                .path(method.toLowerCase(Locale.ROOT));
    }
}
