package com.gmservices;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A business that was founded by API, with its people. Everybody has the same password. */
final class Business {

    static final String PASSWORD = "correct horse battery";
    static final String BASE = "/api/v1";

    static final List<String> TYPES = List.of(
            "maintenance_repair",
            "inspection_registration",
            "parts_installation",
            "roadside_assistance",
            "loan_application",
            "credit_assessment",
            "payment_plan",
            "financial_consulting",
            "package_delivery",
            "supply_chain",
            "inventory_tracking",
            "route_optimization",
            "hotel_booking",
            "event_space",
            "catering",
            "guest_services",
            "software_development",
            "it_consulting",
            "hardware_procurement",
            "system_maintenance");

    final String slug = "b" + UUID.randomUUID().toString().substring(0, 12).replace("-", "");
    final String id;
    final Program visitor;
    final Program admin;
    final Program staff;
    final Program customer;
    final Program otherCustomer;

    /** Of the offerings, by type of service. */
    final Map<String, String> services = new LinkedHashMap<>();

    final String provider;

    Business(int port) {
        Program nobody = Program.at(port);
        id = id(nobody.done("POST", BASE + "/tenants", wish()));
        visitor = nobody.inside(slug);
        admin = visitor.signedIn(email("owner"));
        customer = register("mia");
        otherCustomer = register("joe");
        promote(register("ben"));
        staff = visitor.signedIn(email("ben"));
        TYPES.forEach(type -> services.put(type, id(admin.done("POST", BASE + "/services", offering(type)))));
        provider = id(admin.done(
                "POST",
                BASE + "/providers",
                Map.of("name", "Ben", "service_types", TYPES, "member_id", memberId(staff))));
    }

    String email(String name) {
        return name + "@" + slug + ".example";
    }

    Map<String, Object> wish() {
        return Map.of(
                "slug",
                slug,
                "name",
                "Business " + slug,
                "time_zone",
                "Europe/London",
                "currency",
                "GBP",
                "domains",
                List.of("automotive", "finance", "logistics", "hospitality", "technology"),
                "owner",
                Map.of("email", email("owner"), "password", PASSWORD, "first_name", "Ada", "last_name", "Obi"));
    }

    Map<String, Object> request(String type) {
        String service = services.getOrDefault(type, "");
        JsonNode example = visitor.done("GET", BASE + "/services/" + service, null)
                .path("details_schema")
                .path("examples")
                .path(0);
        return Map.of("service_id", service, "details", example);
    }

    String ask(String type) {
        return id(customer.done("POST", BASE + "/service-requests", request(type)));
    }

    static Map<String, Object> offering(String type) {
        return Map.of(
                "service_type", type, "name", "Work of the type " + type, "pricing", "quote", "duration_minutes", 45);
    }

    static Map<String, Object> quote() {
        return Map.of(
                "lines",
                List.of(Map.of("description", "Labour", "quantity", "1.5", "unit_amount", 45000)),
                "valid_until",
                in(7, ChronoUnit.DAYS));
    }

    static Map<String, Object> payment(String request, String method) {
        return Map.of("service_request_id", request, "gateway", "sandbox", "payment_method", method);
    }

    static String in(int amount, ChronoUnit unit) {
        return Instant.now().plus(amount, unit).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static String id(JsonNode thing) {
        return thing.path("id").asString();
    }

    static String memberId(Program person) {
        return id(person.done("GET", BASE + "/me", null).path("member"));
    }

    private Program register(String name) {
        visitor.done(
                "POST",
                BASE + "/auth/register",
                Map.of("email", email(name), "password", PASSWORD, "first_name", name, "last_name", "Okafor"));
        return visitor.signedIn(email(name));
    }

    private void promote(Program person) {
        String path = BASE + "/members/" + memberId(person);
        var seen = admin.call("GET", path, null);
        String tag = seen.headers().firstValue("ETag").orElseThrow();
        admin.with("If-Match", tag).done("PATCH", path, Map.of("roles", List.of("staff")));
    }
}
