package com.gmservices.payments.paypal;

import com.gmservices.payments.vendor.FakeServer.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Wallets that payers leave with PayPal. */
final class FakeVault {

    private final AtomicLong numbers;
    private final Map<String, ObjectNode> setups = new LinkedHashMap<>();
    final Map<String, ObjectNode> tokens = new LinkedHashMap<>();

    FakeVault(AtomicLong numbers) {
        this.numbers = numbers;
    }

    Reply setUp(JsonNode asked) {
        JsonNode paypal = asked.path("payment_source").path("paypal");
        return Errors.fields(
                        paypal, Set.of("usage_type", "experience_context"), Set.of("usage_type", "experience_context"))
                .or(() -> Errors.fields(
                        paypal.path("experience_context"),
                        Set.of("return_url", "cancel_url", "shipping_preference"),
                        Set.of("return_url", "cancel_url")))
                .orElseGet(this::begun);
    }

    private Reply begun() {
        ObjectNode setup = JsonMapper.shared().createObjectNode();
        String id = "SETUP" + numbers.incrementAndGet();
        setup.put("id", id);
        setup.put("status", "PAYER_ACTION_REQUIRED");
        FakeOrders.link(
                setup, "approve", "https://sandbox.paypal.com/agreements/approve?approval_session_id=" + id, "GET");
        setups.put(id, setup);
        return new Reply(201, setup);
    }

    Reply setup(String id) {
        ObjectNode setup = setups.get(id);
        return setup == null ? Errors.notFound() : new Reply(200, setup);
    }

    void approve(String id) {
        setups.computeIfPresent(id, (key, setup) -> setup.put("status", "APPROVED"));
    }

    Reply keep(JsonNode asked) {
        JsonNode token = asked.path("payment_source").path("token");
        ObjectNode setup = setups.get(token.path("id").asString());
        if (setup == null || !token.path("type").asString().equals("SETUP_TOKEN")) {
            return Errors.notFound();
        }
        if (!setup.path("status").asString().equals("APPROVED")) {
            return Errors.unprocessable("SETUP_TOKEN_NOT_APPROVED");
        }
        setup.put("status", "VAULTED");
        ObjectNode kept = JsonMapper.shared().createObjectNode();
        kept.put("id", "tok" + numbers.incrementAndGet());
        kept.putObject("customer").put("id", "customer-1");
        kept.putObject("payment_source").putObject("paypal").put("email_address", "ada@example.com");
        tokens.put(kept.path("id").asString(), kept);
        return new Reply(201, kept);
    }

    Reply forget(String id) {
        return tokens.remove(id) == null ? Errors.notFound() : new Reply(204, null);
    }
}
