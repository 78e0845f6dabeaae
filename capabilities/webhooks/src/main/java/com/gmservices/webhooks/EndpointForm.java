package com.gmservices.webhooks;

import com.gmservices.webhooks.Endpoint.Format;
import com.gmservices.webhooks.Endpoints.Wish;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as its page has it.
 *
 * @param all whether it wants every type, also those that come later
 * @param headers one to a line, {@code Name: value}; empty leaves them as they are
 */
record EndpointForm(
        @NotBlank(message = "{webhooks.url.missing}") @Size(max = 2000, message = "{webhooks.too-long}")
        String url,

        @Size(max = 120, message = "{webhooks.too-long}")
        @Pattern(regexp = WebhooksApi.ONE_LINE, message = "{webhooks.one-line}")
        String description,

        Boolean all,
        Set<String> types,
        Format format,

        @Size(max = 12_000, message = "{webhooks.too-long}") String headers,

        Boolean removeHeaders,
        Integer revision) {

    EndpointForm(
            @Nullable String url,
            @Nullable String description,
            @Nullable Boolean all,
            @Nullable Set<String> types,
            @Nullable Format format,
            @Nullable String headers,
            @Nullable Boolean removeHeaders,
            @Nullable Integer revision) {
        this.url = Objects.requireNonNullElse(url, "").strip();
        this.description = Objects.requireNonNullElse(description, "").strip();
        this.all = Objects.requireNonNullElse(all, false);
        this.types = types == null ? Set.of() : Set.copyOf(types);
        this.format = Objects.requireNonNullElse(format, Format.STANDARD);
        this.headers = Objects.requireNonNullElse(headers, "");
        this.removeHeaders = Objects.requireNonNullElse(removeHeaders, false);
        this.revision = Objects.requireNonNullElse(revision, 0);
    }

    static EndpointForm empty() {
        return new EndpointForm(null, null, true, null, null, null, null, null);
    }

    static EndpointForm of(Endpoint endpoint) {
        var types = new TreeSet<>(endpoint.types());
        boolean all = types.remove(EventTypes.ALL);
        return new EndpointForm(
                endpoint.url().toString(),
                endpoint.description(),
                all,
                types,
                endpoint.format(),
                null,
                null,
                endpoint.revision());
    }

    Wish wish() {
        return new Wish(url, description, all ? Set.of(EventTypes.ALL) : types, format, headerMap(), null);
    }

    private @Nullable Map<String, String> headerMap() {
        if (headers.isBlank()) {
            return removeHeaders ? Map.of() : null;
        }
        var map = new LinkedHashMap<String, String>();
        headers.lines().filter(line -> !line.isBlank()).forEach(line -> {
            int colon = line.indexOf(':');
            map.put(
                    line.substring(0, Math.max(colon, 0)).strip(),
                    line.substring(colon + 1).strip());
        });
        return map;
    }
}
