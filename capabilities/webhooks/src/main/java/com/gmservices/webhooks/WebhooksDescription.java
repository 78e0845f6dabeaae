package com.gmservices.webhooks;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The messages that endpoints get, in the API's description under {@code webhooks}: each with an example and its schema. */
@Component
class WebhooksDescription implements OpenApiCustomizer {

    private final EventTypes types;
    private final MessageSource messages;
    private final JsonMapper json;

    WebhooksDescription(EventTypes types, MessageSource messages, JsonMapper json) {
        this.types = types;
        this.messages = messages;
        this.json = json;
    }

    @Override
    public void customise(OpenAPI api) {
        types.all().forEach(type -> api.addWebhooks(type.name(), new PathItem().post(operation(type))));
    }

    private Operation operation(EventTypes.Type type) {
        String example = "{\"type\":\"%s\",\"timestamp\":\"2026-03-02T09:30:00Z\",\"data\":%s}"
                .formatted(type.name(), type.data());
        JsonNode body = json.readTree(example);
        return new Operation()
                .summary(messages.getMessage(type.words(), null, type.name(), Locale.ENGLISH))
                .addTagsItem("Webhooks")
                .parameters(List.of(
                        header("webhook-id", "The same each time that the message is sent"),
                        header("webhook-timestamp", "Seconds since 1970 when it was sent"),
                        header("webhook-signature", "`v1,` and base64 of the HMAC-SHA-256 of `id.timestamp.body`"),
                        header("X-GM-Signature", "`sha256=` and hex of the HMAC-SHA-256 of the body")))
                .requestBody(new RequestBody()
                        .required(true)
                        .content(new Content()
                                .addMediaType(
                                        "application/json",
                                        new MediaType().schema(schema(body)).example(body.toString()))))
                .responses(new ApiResponses()
                        .addApiResponse("2XX", new ApiResponse().description("Taken; anything else is sent again")));
    }

    private static HeaderParameter header(String name, String text) {
        var header = new HeaderParameter();
        header.name(name).required(true).description(text).schema(new JsonSchema().types(Set.of("string")));
        return header;
    }

    private static Schema<?> schema(JsonNode value) {
        if (!value.isObject()) {
            String type = value.isIntegralNumber()
                    ? "integer"
                    : value.isNumber() ? "number" : value.isBoolean() ? "boolean" : "string";
            return new JsonSchema().types(Set.of(type));
        }
        var object = new JsonSchema();
        object.types(Set.of("object"));
        var required = new ArrayList<String>();
        value.properties().forEach(property -> {
            object.addProperty(property.getKey(), schema(property.getValue()));
            required.add(property.getKey());
        });
        return object.required(required);
    }
}
