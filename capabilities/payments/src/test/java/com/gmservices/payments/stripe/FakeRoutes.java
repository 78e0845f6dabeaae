package com.gmservices.payments.stripe;

import com.gmservices.payments.stripe.FakeStripe.Seen;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which call is answered by whom. */
final class FakeRoutes {

    private interface Work {

        Thing of(String id, Form form);
    }

    private record Route(String method, Pattern path, Work work) {}

    private final FakeStripe stripe;
    private final List<Route> routes;

    FakeRoutes(FakeStripe stripe) {
        this.stripe = stripe;
        this.routes = List.of(
                route("GET /v1/account", (id, form) -> account()),
                route("GET /v1/balance", (id, form) -> balance()),
                route("GET /v1/balance_transactions", (id, form) -> stripe.lines.list(form)),
                route("POST /v1/customers", (id, form) -> customer(form)),
                route("POST /v1/payment_intents", (id, form) -> shown(stripe.intents.create(form), form)),
                route("GET /v1/payment_intents/search", (id, form) -> stripe.intents.search(form)),
                route("GET /v1/payment_intents/{id}", (id, form) -> shown(stripe.intents.get(id), form.allow())),
                route("POST /v1/payment_intents/{id}", (id, form) -> shown(stripe.intents.update(id, form), form)),
                route("POST /v1/payment_intents/{id}/confirm", this::confirm),
                route(
                        "POST /v1/payment_intents/{id}/capture",
                        (id, form) -> shown(stripe.intents.capture(id, form), form)),
                route(
                        "POST /v1/payment_intents/{id}/cancel",
                        (id, form) -> shown(stripe.intents.cancel(id, form), form)),
                route("POST /v1/checkout/sessions", (id, form) -> shown(stripe.sessions.create(form), form)),
                route("GET /v1/checkout/sessions/{id}", (id, form) -> shown(stripe.sessions.get(id), form.allow())),
                route(
                        "POST /v1/checkout/sessions/{id}/expire",
                        (id, form) -> shown(stripe.sessions.expire(id), form.allow())),
                route("POST /v1/refunds", (id, form) -> shown(stripe.refunds.create(form), form)),
                route("GET /v1/refunds", (id, form) -> stripe.refunds.list(form)),
                route("GET /v1/refunds/{id}", (id, form) -> shown(stripe.refunds.get(id), form.allow())),
                route("GET /v1/payment_methods/{id}", (id, form) -> shown(stripe.cards.retrieve(id), form.allow())),
                route(
                        "POST /v1/payment_methods/{id}/detach",
                        (id, form) -> shown(stripe.cards.detach(id), form.allow())),
                route("GET /v1/disputes/{id}", (id, form) -> shown(stripe.disputes.get(id), form.allow())),
                route("POST /v1/disputes/{id}", (id, form) -> shown(stripe.disputes.update(id, form), form)),
                route("POST /v1/disputes/{id}/close", (id, form) -> shown(stripe.disputes.close(id), form.allow())));
    }

    private static Route route(String call, Work work) {
        String[] parts = call.split(" ", 2);
        return new Route(parts[0], Pattern.compile(parts[1].replace("{id}", "([\\w-]+)")), work);
    }

    Thing answer(Seen call, Form form) {
        if (call.path().equals("/v1/files")) {
            return file(call);
        }
        for (Route route : routes) {
            Matcher path = route.path.matcher(call.path());
            if (route.method.equals(call.method()) && path.matches()) {
                return route.work.of(path.groupCount() > 0 ? path.group(1) : "", form);
            }
        }
        throw new Refusal(
                404,
                "invalid_request_error",
                null,
                "Unrecognized request URL (%s: %s).".formatted(call.method(), call.path()));
    }

    private Thing shown(Thing thing, Form form) {
        return stripe.things.show(thing, form.expand());
    }

    private Thing confirm(String id, Form form) {
        var answer = shown(stripe.intents.confirm(id, form), form);
        if (form.find("payment_method").filter(FakeCards.SILENT::equals).isPresent()) {
            answer.set("lost", true);
        }
        return answer;
    }

    private Thing customer(Form form) {
        form.allow("name", "email", "description", "metadata[*]");
        var customer = stripe.things.add("cus", "customer");
        customer.set("name", form.find("name").orElse(null));
        customer.set("metadata", form.below("metadata"));
        return customer;
    }

    private static Thing account() {
        var account = new Thing();
        account.set("id", "acct_harbour");
        account.set("object", "account");
        account.set("business_profile", Map.of("name", "Harbour Garage"));
        account.set("charges_enabled", true);
        return account;
    }

    private static Thing balance() {
        return Thing.of("object", "balance").set("livemode", false).set("available", List.of());
    }

    private Thing file(Seen call) {
        Matcher boundary =
                Pattern.compile("boundary=\"?([^\";]+)").matcher(call.headers().getOrDefault("content-type", ""));
        if (!boundary.find()) {
            throw Refusal.of(null, "There is no boundary");
        }
        var parts = new LinkedHashMap<String, String>();
        for (String part : call.body().split(Pattern.quote("--" + boundary.group(1)), -1)) {
            Matcher named =
                    Pattern.compile("(?s).*?name=\"(\\w+)\".*?\r\n\r\n(.*)\r\n").matcher(part);
            if (named.matches()) {
                parts.put(named.group(1), named.group(2));
            }
        }
        return stripe.disputes.upload(parts.getOrDefault("purpose", ""), parts.getOrDefault("file", ""));
    }
}
