package com.gmservices;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.RouteTable.Door;
import com.gmservices.RouteTable.Line;
import com.gmservices.database.DatabaseLogin;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route, called over HTTP by everybody, answers as the committed table says. Who may call is decided before
 * anything of the call is read, so that an empty form is refused for what it lacks only to those who are let through;
 * where a front door refuses in its own right, there is a body that would do and something for it to be done to.
 */
@Tag("fast")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteTableTests {

    private static final Path TABLE = Path.of("../../docs/security/routes.md");

    /** After these the caller is somebody else, a customer or nobody: their turn comes last, each after a new sign-in. */
    private static final List<String> LAST = List.of(
            "POST /services/{id}/order/confirm",
            "POST /me/sessions/end-others",
            "DELETE /api/v1/me/sessions",
            "POST /sign-out",
            "POST /api/v1/auth/logout");

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    DatabaseLogin login;

    private Furnished furnished;
    private List<Caller> callers;

    /** @param slug the business whose pages are opened */
    private record Caller(
            String name,
            String slug,
            Program program,
            Browser browser,
            @Nullable Supplier<Caller> anew) {

        Caller signedInAnew() {
            return anew == null ? this : anew.get();
        }
    }

    @BeforeAll
    void inviteEverybody() {
        furnished = new Furnished(new Business(port));
        furnished.forget("tenant");
        Business here = furnished.business;
        String elsewhere = found();
        String suspended = found();
        makeOperator(suspended);
        callers = List.of(
                new Caller("nobody", here.slug, here.visitor, Browser.at(port), null),
                member("customer", here.customer, "mia"),
                member("staff", here.staff, "ben"),
                member("admin", here.admin, "owner"),
                stranger("operator", owner(suspended).replace("owner@", "operator@")),
                stranger("stranger", owner(elsewhere)),
                new Caller(
                        "suspended",
                        suspended,
                        Program.at(port).inside(suspended).signedIn(owner(suspended)),
                        Browser.signedIn(port, owner(suspended)),
                        null));
        callers.get(4).program.done("POST", "/api/v1/platform/tenants/" + id(suspended) + "/suspend", null);
    }

    @Test
    void everyRouteAnswersAsTheTableSays() throws IOException {
        List<Door> doors = Door.all(mapping);
        Map<Route, List<String>> outcomes = new HashMap<>();
        List<Route> turns = doors.stream()
                .map(Door::route)
                .sorted(Comparator.comparingInt(route -> LAST.indexOf(route.toString())))
                .toList();
        for (Caller caller : callers) {
            for (Route route : turns) {
                Caller now = LAST.contains(route.toString()) ? caller.signedInAnew() : caller;
                outcomes.computeIfAbsent(route, it -> new ArrayList<>()).add(outcome(now, route));
            }
        }
        String found = RouteTable.write(
                callers.stream().map(Caller::name).toList(),
                doors.stream()
                        .map(door -> new Line(
                                door.module(),
                                door.route(),
                                door.rule(),
                                outcomes.getOrDefault(door.route(), List.of())))
                        .toList());
        Path written = Files.writeString(Path.of("target", "routes.md"), found);
        List<String> before = Files.exists(TABLE) ? RouteTable.lines(Files.readString(TABLE)) : List.of();
        List<String> now = RouteTable.lines(found);
        assertThat(now.stream().filter(line -> !before.contains(line)))
                .as(
                        "Not in docs/security/routes.md: read these lines, and if they are meant, add them (%s has all)",
                        written)
                .isEmpty();
        assertThat(before.stream().filter(line -> !now.contains(line)))
                .as("In docs/security/routes.md and not so any more")
                .isEmpty();
    }

    private String outcome(Caller caller, Route route) {
        HttpResponse<String> answer = route.isApi()
                ? furnished.call(caller.program, route)
                : caller.browser.call(route, "/t/" + caller.slug + furnished.path(route));
        return switch (answer.statusCode()) {
            case 401 -> "sign-in";
            case 403 -> isClosed(answer) ? "closed" : "no";
            case 302, 303 -> isSignIn(answer) ? "sign-in" : "yes";
            case 500 -> "500!";
            default -> "yes";
        };
    }

    private static boolean isClosed(HttpResponse<String> answer) {
        return answer.body().contains("tenant-suspended") || answer.body().contains("closed for the time being");
    }

    private static boolean isSignIn(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").matches(".*/sign-in(\\?next=.*)?");
    }

    private Caller member(String name, Program program, String person) {
        Business here = furnished.business;
        return new Caller(
                name,
                here.slug,
                program,
                Browser.signedIn(port, here.email(person)),
                () -> member(name, here.visitor.signedIn(here.email(person)), person));
    }

    private Caller stranger(String name, String email) {
        Business here = furnished.business;
        Program program = Program.at(port).signedIn(email).inside(here.slug);
        return new Caller(name, here.slug, program, Browser.signedIn(port, email), () -> stranger(name, email));
    }

    private String found() {
        String slug = "r" + UUID.randomUUID().toString().substring(24);
        var wish = new HashMap<>(furnished.business.wish());
        wish.put("slug", slug);
        wish.put(
                "owner",
                Map.of("email", owner(slug), "password", Business.PASSWORD, "first_name", "Ola", "last_name", "Eze"));
        Program.at(port).done("POST", "/api/v1/tenants", wish);
        return slug;
    }

    private String id(String slug) {
        return Program.at(port)
                .inside(slug)
                .signedIn(owner(slug))
                .done("GET", "/api/v1/tenant", null)
                .path("id")
                .asString();
    }

    /** Known to a business only because that is how people come. */
    private void makeOperator(String slug) {
        String email = owner(slug).replace("owner@", "operator@");
        Program.at(port)
                .inside(slug)
                .done(
                        "POST",
                        "/api/v1/auth/register",
                        Map.of(
                                "email",
                                email,
                                "password",
                                Business.PASSWORD,
                                "first_name",
                                "Op",
                                "last_name",
                                "Erator"));
        var owner = new DriverManagerDataSource(
                login.url(), login.owner().user(), login.owner().password());
        JdbcClient.create(owner)
                .sql("update identity.identity set operator = true where email = ?")
                .param(email)
                .update();
    }

    private static String owner(String slug) {
        return "owner@" + slug + ".example";
    }
}
