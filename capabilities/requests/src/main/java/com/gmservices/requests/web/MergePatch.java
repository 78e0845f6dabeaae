package com.gmservices.requests.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.Map;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Changes that name only what changes (RFC 7396): null removes a value, and a list is replaced as a whole. */
@Component
class MergePatch {

    private final JsonMapper json;
    private final Validator validator;

    MergePatch(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * What stands after the change, held against the constraints of its record.
     *
     * @throws HttpMessageNotReadableException for fields that there are not and values of the wrong type
     */
    @SuppressWarnings("unchecked") // a record's class is final
    <T extends Record> T apply(ObjectNode change, T stands, HttpServletRequest request) {
        ObjectNode merged = json.valueToTree(stands);
        merge(merged, change);
        T result;
        try {
            result = (T) json.treeToValue(merged, stands.getClass());
        } catch (JacksonException e) {
            throw new HttpMessageNotReadableException("Unreadable", e, new ServletServerHttpRequest(request));
        }
        var violations = validator.validate(result);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return result;
    }

    private static void merge(ObjectNode target, ObjectNode change) {
        for (Map.Entry<String, JsonNode> field : change.properties()) {
            if (field.getValue() instanceof ObjectNode deeper && target.get(field.getKey()) instanceof ObjectNode old) {
                merge(old, deeper);
            } else if (field.getValue().isNull()) {
                target.remove(field.getKey());
            } else {
                target.set(field.getKey(), field.getValue());
            }
        }
    }
}
