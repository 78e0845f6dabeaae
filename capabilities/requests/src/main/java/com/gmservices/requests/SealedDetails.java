package com.gmservices.requests;

import com.gmservices.requests.details.DetailsForm;
import com.gmservices.tenancy.TenantId;
import com.gmservices.vault.Sealed;
import com.gmservices.vault.Vault;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is {@link Sensitive} in the details of requests, sealed within the stored document: in its place stands
 * {@code {"$sealed": "…"}}, which no record of details can have. What stands there open, as before there was a vault, is
 * read as it is and sealed when keys are renewed.
 */
@Component
class SealedDetails implements Sealed {

    private static final String SEALED = "$sealed";

    private final Vault vault;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ObjectProvider<ServiceLines> lines;

    SealedDetails(Vault vault, JdbcClient jdbc, JsonMapper json, ObjectProvider<ServiceLines> lines) {
        this.vault = vault;
        this.jdbc = jdbc;
        this.json = json;
        this.lines = lines;
    }

    private record Stored(UUID id, String type, String details) {}

    JsonNode seal(TenantId tenant, UUID request, String type, JsonNode details) {
        return sensitive(
                type,
                details,
                (path, value) -> isSealed(value)
                        ? renewed(tenant, request, path, value)
                        : wrapped(vault.seal(tenant, context(request, path), json.writeValueAsBytes(value))));
    }

    JsonNode open(TenantId tenant, UUID request, JsonNode stored) {
        return open(tenant, request, "", stored);
    }

    /** For whoever writes them somewhere else. */
    JsonNode without(String type, JsonNode details) {
        return sensitive(type, details, (path, value) -> null);
    }

    private JsonNode open(TenantId tenant, UUID request, String path, JsonNode node) {
        if (isSealed(node)) {
            return json.readTree(vault.open(tenant, context(request, path), sealed(node)));
        }
        if (node instanceof ObjectNode object) {
            List.copyOf(object.propertyNames())
                    .forEach(name -> object.set(name, open(tenant, request, path + "/" + name, object.get(name))));
        }
        for (int at = 0; node.isArray() && at < node.size(); at++) {
            ((ArrayNode) node).set(at, open(tenant, request, path + "/" + at, node.get(at)));
        }
        return node;
    }

    private JsonNode sensitive(String type, JsonNode details, BiFunction<String, JsonNode, @Nullable JsonNode> change) {
        Class<? extends Record> record =
                lines.getObject().find(type).map(ServiceType::details).orElse(null);
        if (record == null || !(details instanceof ObjectNode) || !has(record)) {
            return details;
        }
        ObjectNode copy = (ObjectNode) details.deepCopy();
        walk(record, copy, "", change);
        return copy;
    }

    private static void walk(
            Class<?> record, ObjectNode node, String path, BiFunction<String, JsonNode, @Nullable JsonNode> change) {
        for (RecordComponent component : record.getRecordComponents()) {
            String name = name(component);
            JsonNode value = node.get(name);
            if (value == null || value.isNull()) {
                continue;
            }
            String at = path + "/" + name;
            if (isSensitive(component)) {
                JsonNode changed = change.apply(at, value);
                if (changed == null) {
                    node.remove(name);
                } else {
                    node.set(name, changed);
                }
            } else if (value instanceof ObjectNode group) {
                walk(component.getType(), group, at, change);
            } else if (value.isArray() && element(component).isRecord()) {
                for (int row = 0; row < value.size(); row++) {
                    walk(element(component), (ObjectNode) value.get(row), at + "/" + row, change);
                }
            }
        }
    }

    private static boolean has(Class<?> record) {
        return record.isRecord()
                && List.of(record.getRecordComponents()).stream()
                        .anyMatch(component ->
                                isSensitive(component) || has(component.getType()) || has(element(component)));
    }

    private static Class<?> element(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : Object.class;
    }

    private static boolean isSensitive(RecordComponent component) {
        return component.isAnnotationPresent(Sensitive.class);
    }

    private static String name(RecordComponent component) {
        return DetailsForm.snake(component.getName());
    }

    private static boolean isSealed(JsonNode node) {
        return node.isObject() && node.size() == 1 && node.has(SEALED);
    }

    private JsonNode renewed(TenantId tenant, UUID request, String path, JsonNode node) {
        return wrapped(vault.renew(tenant, context(request, path), sealed(node)));
    }

    private JsonNode wrapped(byte[] sealed) {
        return json.createObjectNode().put(SEALED, Base64.getEncoder().encodeToString(sealed));
    }

    private static byte[] sealed(JsonNode node) {
        return Base64.getDecoder().decode(node.get(SEALED).asString());
    }

    private static String context(UUID request, String path) {
        return "requests.request.details/%s%s".formatted(request, path);
    }

    @Override
    public Batch renew(@Nullable TenantId tenant, UUID after, int limit) {
        if (tenant == null) {
            return new Batch(0, null);
        }
        List<Stored> some = jdbc.sql("""
                select id, service_type, details from requests.request
                where tenant_id = ? and id > ? and service_type = any (?) order by id limit ?
                """)
                .params(tenant.value(), after, types(), limit)
                .query((row, index) -> new Stored(
                        row.getObject("id", UUID.class), row.getString("service_type"), row.getString("details")))
                .list();
        int renewed = some.stream().mapToInt(stored -> renew(tenant, stored)).sum();
        return new Batch(renewed, some.size() < limit ? null : some.getLast().id);
    }

    @Override
    public String table() {
        return "requests.request";
    }

    @Override
    public void move(ObjectNode row, Move move) {
        UUID request = UUID.fromString(row.path("id").asString());
        row.set("details", moved(request, "", row.path("details"), move));
    }

    private JsonNode moved(UUID request, String path, JsonNode node, Move move) {
        if (isSealed(node)) {
            return wrapped(move.to(context(request, path), sealed(node)));
        }
        if (node instanceof ObjectNode object) {
            List.copyOf(object.propertyNames())
                    .forEach(name -> object.set(name, moved(request, path + "/" + name, object.get(name), move)));
        }
        for (int at = 0; node.isArray() && at < node.size(); at++) {
            ((ArrayNode) node).set(at, moved(request, path + "/" + at, node.get(at), move));
        }
        return node;
    }

    private int renew(TenantId tenant, Stored stored) {
        JsonNode before = json.readTree(stored.details);
        JsonNode after = seal(tenant, stored.id, stored.type, before);
        if (after.equals(before)) {
            return 0;
        }
        return jdbc.sql(
                        "update requests.request set details = ?::jsonb where tenant_id = ? and id = ? and details = ?::jsonb")
                .params(json.writeValueAsString(after), tenant.value(), stored.id, stored.details)
                .update();
    }

    private String[] types() {
        return lines.getObject().types().stream()
                .filter(type -> has(type.details()))
                .map(ServiceType::code)
                .toArray(String[]::new);
    }
}
