package com.gmservices.requests.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gmservices.requests.Boatyard;
import com.gmservices.requests.Boatyard.Yard;
import com.gmservices.requests.RequestId;
import com.gmservices.requests.ServiceDesk;
import com.gmservices.requests.ServiceRequest;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

/** What one does the others hear, over real connections. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Timeout(60)
class LiveTests {

    private static final Duration SOON = Duration.ofSeconds(2);

    @Autowired
    Boatyard boatyard;

    @Autowired
    Clients clients;

    @Autowired
    ServiceDesk desk;

    @Autowired
    Members members;

    @Autowired
    TransactionTemplate transactions;

    private final List<Listener> open = new ArrayList<>();
    private Yard yard;

    @BeforeEach
    void openYard() {
        yard = boatyard.open();
    }

    @AfterEach
    void hangUp() {
        open.forEach(Listener::close);
    }

    @Test
    void staffHearWhatOthersDoWithinTwoSeconds() {
        ServiceRequest request = boatyard.request(yard);
        Listener efe = listen(clients.browser(yard, yard.efe()), "");
        settle(efe, request);

        yard.inside(() -> desk.accept(yard.ben(), request.id(), null));

        await().atMost(SOON).until(() -> efe.heard.contains(signal(request.id())));
    }

    @Test
    void aCustomerHearsOfTheirOwnAndOfNobodyElses() {
        var uche = boatyard.join(yard, "Uche Obi", Role.CUSTOMER);
        Listener chidi = listen(clients.browser(yard, yard.chidi()), "");
        Listener other = listen(clients.browser(yard, uche), "");

        ServiceRequest request = boatyard.request(yard);

        await().atMost(SOON).until(() -> chidi.heard.contains(signal(request.id())));
        await().atMost(Duration.ofSeconds(5))
                .until(() -> chidi.heard.stream().anyMatch(line -> line.startsWith("notice ")));
        assertThat(other.heard).isEmpty();
    }

    @Test
    void anotherBusinessHearsNothing() {
        Yard elsewhere = boatyard.open();
        Listener stranger = listen(clients.browser(elsewhere, elsewhere.ben()), "");
        Listener ben = listen(clients.browser(yard, yard.ben()), "");

        ServiceRequest request = boatyard.request(yard);

        await().atMost(SOON).until(() -> ben.heard.contains(signal(request.id())));
        assertThat(stranger.heard).isEmpty();
    }

    @Test
    void whoComesBackHearsWhatTheyMissed() {
        ServiceRequest known = boatyard.request(yard);
        Client browser = clients.browser(yard, yard.efe());
        Listener before = listen(browser, "");
        settle(before, known);
        before.close();
        ServiceRequest missed = boatyard.request(yard);

        Listener after = listen(browser, before.mark());

        await().atMost(SOON).until(() -> after.heard.contains(signal(missed.id())));
    }

    /** Its event has an older id than what was heard meanwhile. */
    @Test
    void whatIsCommittedLateIsHeardToo() {
        Listener efe = listen(clients.browser(yard, yard.efe()), "");
        ServiceRequest late = yard.in(() -> transactions.execute(status -> {
            ServiceRequest first = boatyard.request(yard);
            ServiceRequest second = inAnotherTransaction();
            await().atMost(SOON).until(() -> efe.heard.contains(signal(second.id())));
            return first;
        }));

        await().atMost(SOON).until(() -> efe.heard.contains(signal(late.id())));
    }

    @Test
    void anotherProcessHearsItToo() throws Exception {
        var application = Class.forName("com.gmservices.TestApplication");
        try (var second = new SpringApplicationBuilder(application)
                .properties("server.port=0", "spring.main.banner-mode=off")
                .run()) {
            String port = second.getEnvironment().getRequiredProperty("local.server.port");
            var efe = new Client(
                    "http://localhost:%s/t/%s".formatted(port, yard.tenant().slug()));
            efe.get("/come-in/" + Objects.requireNonNull(yard.efe().identity()).value());
            Listener there = listen(efe, "");
            Listener here = listen(clients.browser(yard, yard.ben()), "");

            ServiceRequest request = boatyard.request(yard);

            await().atMost(SOON)
                    .until(() ->
                            there.heard.contains(signal(request.id())) && here.heard.contains(signal(request.id())));
        }
    }

    @Test
    void onePersonHasOnlySoMany() {
        Client browser = clients.browser(yard, yard.ben());
        for (int each = 0; each < 8; each++) {
            assertThat(listen(browser, "").status).isEqualTo(200);
        }

        assertThat(listen(browser, "").status).isEqualTo(204);
    }

    @Test
    void whoHasLeftIsNotLetInAgain() {
        Client efe = clients.browser(yard, yard.efe());
        assertThat(listen(efe, "").status).isEqualTo(200);
        yard.inside(() -> members.change(
                yard.ada(), yard.efe().id(), 1, new Members.Change(null, null, null, Set.of("staff"), false)));

        assertThat(listen(efe, "").status).isEqualTo(403);
    }

    private ServiceRequest inAnotherTransaction() {
        try (var other = Executors.newSingleThreadExecutor()) {
            return other.submit(() -> boatyard.request(yard)).get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Listener listen(Client browser, String mark) {
        var listener = new Listener(browser.listen("/live", mark));
        open.add(listener);
        if (listener.status == 200) {
            await().until(() -> !listener.mark().isEmpty());
        }
        return listener;
    }

    /** Hears what was done just before it came. */
    private static void settle(Listener listener, ServiceRequest request) {
        await().until(() -> listener.heard.contains(signal(request.id())));
        listener.heard.clear();
    }

    private static String signal(RequestId request) {
        return "request " + request;
    }
}
