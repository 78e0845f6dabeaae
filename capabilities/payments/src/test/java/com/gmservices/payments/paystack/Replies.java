package com.gmservices.payments.paystack;

import com.gmservices.payments.vendor.FakeServer.Reply;
import com.gmservices.payments.vendor.FakeServer.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** How Paystack answers. */
final class Replies {

    /** However many were asked for. */
    private static final int PAGE = 2;

    private Replies() {}

    static Reply good(String message, Object data) {
        return new Reply(200, Map.of("status", true, "message", message, "data", data));
    }

    static Reply refused(int status, String message, String code) {
        return new Reply(status, Map.of("status", false, "message", message, "type", "validation_error", "code", code));
    }

    /** Paystack overlooks fields that it has no name for; here they are refused, so that none is misspelt. */
    static Optional<Reply> wrongFields(JsonNode asked, Set<String> known, Set<String> required) {
        Stream<Reply> unknown = asked.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .map(name -> refused(400, "There is no field " + name, "invalid_params"));
        Stream<Reply> missing = required.stream()
                .filter(name ->
                        asked.path(name).isMissingNode() || asked.path(name).isNull())
                .map(name -> refused(400, name + " is required", "missing_params"));
        return Stream.concat(unknown, missing).findFirst();
    }

    /** @param size what the number of lines in a page is called in this list */
    static Reply list(Request request, String size, Stream<Map<String, Object>> all) {
        if (!request.query().containsKey(size)) {
            return refused(400, size + " is missing", "missing_params");
        }
        List<Map<String, Object>> found = all.toList();
        int page = Integer.parseInt(request.query().getOrDefault("page", "1"));
        int pages = Math.max(1, (found.size() + PAGE - 1) / PAGE);
        return new Reply(
                200,
                Map.of(
                        "status",
                        true,
                        "message",
                        "Retrieved",
                        "data",
                        found.stream().skip((page - 1L) * PAGE).limit(PAGE).toList(),
                        "meta",
                        Map.of("total", found.size(), "perPage", PAGE, "page", page, "pageCount", pages)));
    }
}
