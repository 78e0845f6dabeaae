package com.gmservices;

import static com.gmservices.Doors.ONES_OWN;
import static com.gmservices.Doors.PERSONAL;
import static com.gmservices.Doors.PUBLIC;
import static com.gmservices.Doors.WORDS;
import static com.gmservices.Doors.isOpen;
import static com.gmservices.Doors.thing;
import static com.gmservices.Program.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The people of one business before every door of another. The doors are those that the application has: a new one
 * that nobody has thought of here fails.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangerTests {

    /** What one's own business says of ids that are not its own; an empty form may be refused before they are looked up. */
    private static final Set<Integer> ASTRAY = Set.of(400, 403, 404, 422);

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private Furnished furnished;
    private Business first;
    private Business second;
    private List<Route> routes;

    @BeforeAll
    void found() {
        routes = Route.all(mapping);
        first = new Business(port);
        second = new Business(port);
        furnished = new Furnished(first);
    }

    @Test
    void everyPathCanBeFilledIn() {
        assertThat(routes).hasSizeGreaterThan(100);
        assertThat(routes.stream().filter(Route::hasVariables).map(Doors::prefix))
                .doesNotContainNull();
    }

    @Test
    void everyPublicRouteIsThere() {
        assertThat(routes.stream().map(Route::toString)).containsAll(PUBLIC.keySet());
        assertThat(PUBLIC.keySet()).containsAll(ONES_OWN);
    }

    @Test
    void aTokenOfAnotherBusinessOpensNothing() {
        List<String> open = new ArrayList<>();
        String before = snapshot();
        for (Program stranger : programs()) {
            for (Route route : routes(route -> route.isApi() && leadsToOne(route))) {
                note(open, route, furnished.call(stranger, route), Set.of(403, 404));
            }
            for (Route route : routes(route -> route.isApi() && !isOpen(route))) {
                note(open, route, furnished.call(stranger.inside(first.slug), route), Set.of(403));
            }
        }
        assertThat(open).isEmpty();
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void aTokenForNoBusinessOpensNothing() {
        List<String> open = new ArrayList<>();
        String before = snapshot();
        for (String name : List.of("owner", "ben", "mia")) {
            Program stranger = Program.at(port).signedIn(second.email(name)).inside(first.slug);
            for (Route route : routes(route -> route.isApi() && !isOpen(route))) {
                note(open, route, furnished.call(stranger, route), Set.of(403, 404));
            }
        }
        assertThat(open).isEmpty();
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void listsShowNothingOfAnotherBusiness() {
        for (Program stranger : programs()) {
            for (Route route : routes(route -> route.isApi() && route.isRead() && !route.hasVariables())) {
                String answer = furnished.call(stranger, route).body();
                assertThat(furnished.ids().stream().filter(answer::contains))
                        .as("%s", route)
                        .isEmpty();
            }
        }
        for (String narrowed : List.of(
                "/api/v1/payments?service_request_id=" + furnished.id("request"),
                "/api/v1/refunds?payment_id=" + furnished.id("payment"))) {
            assertThat(second.admin.done("GET", narrowed, null).path("data")).isEmpty();
        }
    }

    /** Where a body, not the path, names something of another business: it is not there, or does not fit. */
    @Test
    void bodiesReachNothingOfAnotherBusiness() {
        String before = snapshot();
        var request = new LinkedHashMap<>(second.request("maintenance_repair"));
        request.put("customer_id", furnished.id("member"));
        refused(second.staff, "/api/v1/service-requests", request);
        request.remove("customer_id");
        request.put("site_id", furnished.id("site"));
        refused(second.staff, "/api/v1/service-requests", request);
        request.remove("site_id");
        request.put("service_id", furnished.id("service"));
        refused(second.customer, "/api/v1/service-requests", request);
        refused(second.customer, "/api/v1/payments", Business.payment(furnished.id("request"), "sandbox_ok"));
        refused(
                second.admin,
                "/api/v1/providers",
                Map.of("name", "Eve", "service_types", Business.TYPES, "member_id", furnished.id("member")));
        String own = second.ask("maintenance_repair");
        refused(
                second.staff,
                "/api/v1/service-requests/" + own + "/assign",
                Map.of("provider_id", furnished.id("provider")));
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void aSessionOfAnotherBusinessOpensNoPage() {
        List<String> open = new ArrayList<>();
        String before = snapshot();
        for (String name : List.of("owner", "ben", "mia")) {
            Browser stranger = Browser.signedIn(port, second.email(name));
            for (Route route : routes(route -> !route.isApi() && !isOpen(route))) {
                note(open, route, stranger.call(route, "/t/" + first.slug + furnished.path(route)), Set.of(403, 404));
            }
            for (Route route : routes(route -> !route.isApi() && leadsToOne(route))) {
                note(open, route, stranger.call(route, "/t/" + second.slug + furnished.path(route)), ASTRAY);
            }
        }
        assertThat(open).isEmpty();
        assertThat(snapshot()).isEqualTo(before);
    }

    @Test
    void nobodyIsAskedToSignIn() {
        List<String> open = new ArrayList<>();
        Browser visitor = Browser.at(port);
        for (Route route : routes(route -> !isOpen(route) || ONES_OWN.contains(route.toString()))) {
            if (route.isApi()) {
                note(open, route, furnished.call(first.visitor, route), Set.of(401));
                continue;
            }
            HttpResponse<String> answer = visitor.call(route, "/t/" + first.slug + furnished.path(route));
            note(open, route, answer, Set.of(302));
            if (!answer.headers().firstValue("Location").orElse("").contains("/sign-in")) {
                open.add("%s leads somewhere else".formatted(route));
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void customersSeeNothingOfEachOther() {
        List<String> open = new ArrayList<>();
        String before = snapshot();
        Browser browser = Browser.signedIn(port, first.email("joe"));
        for (Route route : routes(route -> route.hasVariables() && PERSONAL.contains(thing(route)))) {
            note(
                    open,
                    route,
                    route.isApi()
                            ? furnished.call(first.otherCustomer, route)
                            : browser.call(route, "/t/" + first.slug + furnished.path(route)),
                    Set.of(403, 404));
        }
        for (Route route : routes(route -> route.isApi() && route.isRead() && !route.hasVariables())) {
            String answer = furnished.call(first.otherCustomer, route).body();
            if (List.of("request", "payment", "notice").stream()
                    .anyMatch(thing -> answer.contains(furnished.id(thing)))) {
                open.add("%s shows another customer's".formatted(route));
            }
        }
        assertThat(open).isEmpty();
        assertThat(snapshot()).isEqualTo(before);
    }

    private static boolean leadsToOne(Route route) {
        return route.hasVariables() && !WORDS.contains(thing(route));
    }

    private List<Program> programs() {
        return List.of(second.customer, second.staff, second.admin);
    }

    private List<Route> routes(Predicate<Route> choice) {
        return routes.stream().filter(choice).toList();
    }

    private void refused(Program program, String path, Map<String, ?> body) {
        HttpResponse<String> answer =
                program.with("Idempotency-Key", UUID.randomUUID().toString()).call("POST", path, body);
        assertThat(answer.statusCode())
                .as("%s %s: %s", path, body, answer.body())
                .isIn(403, 404, 422);
        assertThat(json(answer).path("code").asString()).isNotEmpty();
    }

    private void note(List<String> open, Route route, HttpResponse<String> answer, Set<Integer> expected) {
        if (!expected.contains(answer.statusCode())) {
            String body = answer.body();
            open.add("%s → %d %s"
                    .formatted(route, answer.statusCode(), body.substring(0, Math.min(300, body.length()))));
        } else if (route.isApi() && json(answer).path("code").asString().isEmpty()) {
            open.add("%s → %d without a code".formatted(route, answer.statusCode()));
        }
    }

    /** All that the first business has, as its administrator and its customer see it. */
    private String snapshot() {
        var all = new StringBuilder();
        for (Route route : routes(Route::isApi)) {
            if (route.isRead() && !route.pattern().contains("/platform/") && !isArchive(route)) {
                HttpResponse<String> answer = furnished.call(first.admin, route);
                // Each problem has an id of its own.
                all.append(answer.statusCode() == 200 ? answer.body() : answer.statusCode());
            }
        }
        return all.append(furnished
                        .call(first.customer, new Route("GET", "/api/v1/notifications"))
                        .body())
                .toString();
    }

    /** A ZIP says when it was made. */
    private static boolean isArchive(Route route) {
        return route.pattern().endsWith("/export") || route.pattern().endsWith("/archive");
    }
}
