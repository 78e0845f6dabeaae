package com.gmservices.webhooks;

import com.gmservices.tenancy.Links;
import com.gmservices.tenancy.Tenant;
import com.gmservices.webhooks.Endpoint.Format;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How a message is written: as Standard Webhooks have it, or as a CloudEvent whose attributes are headers or beside the data. */
@Component
class Letterhead {

    private final JsonMapper json;
    private final Links links;
    private final Handshake handshake;

    Letterhead(JsonMapper json, Links links, Handshake handshake) {
        this.json = json;
        this.links = links;
        this.handshake = handshake;
    }

    record Letter(Map<String, String> headers, byte[] body) {}

    Letter write(Message message, Tenant tenant, Format format) {
        return switch (format) {
            case STANDARD -> new Letter(Map.of("Content-Type", "application/json"), standard(message));
            case CLOUDEVENTS_BINARY -> new Letter(binary(message, tenant), bytes(message.data()));
            case CLOUDEVENTS_STRUCTURED ->
                new Letter(headers(format, "application/cloudevents+json; charset=utf-8"), structured(message, tenant));
        };
    }

    private Map<String, String> headers(Format format, String contentType) {
        var headers = new LinkedHashMap<>(handshake.headers(format));
        headers.put("Content-Type", contentType);
        return headers;
    }

    /** The data go as they were written down, so that a message is the same bytes whenever it is sent. */
    byte[] standard(Message message) {
        return bytes("{\"type\":%s,\"timestamp\":\"%s\",\"data\":%s}"
                .formatted(json.writeValueAsString(message.type()), message.at(), message.data()));
    }

    private Map<String, String> binary(Message message, Tenant tenant) {
        Map<String, String> headers = headers(Format.CLOUDEVENTS_BINARY, "application/json");
        attributes(message, tenant).forEach((name, value) -> headers.put("ce-" + name, value));
        return headers;
    }

    private byte[] structured(Message message, Tenant tenant) {
        var attributes = new LinkedHashMap<>(attributes(message, tenant));
        attributes.put("datacontenttype", "application/json");
        String head = json.writeValueAsString(attributes);
        return bytes(head.substring(0, head.length() - 1) + ",\"data\":" + message.data() + "}");
    }

    private Map<String, String> attributes(Message message, Tenant tenant) {
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("specversion", "1.0");
        attributes.put("id", message.webhookId());
        attributes.put("source", links.platform("/tenants/" + tenant.slug()).toString());
        attributes.put("type", message.type());
        attributes.put("subject", message.subject().toString());
        attributes.put("time", message.at().toString());
        return attributes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
