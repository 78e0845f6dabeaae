package com.gmservices.requests.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.requests.Boatyard;
import com.gmservices.requests.Boatyard.Yard;
import com.gmservices.requests.History;
import com.gmservices.requests.RequestId;
import com.gmservices.requests.RequestStatus;
import com.gmservices.requests.ServiceDesk;
import com.gmservices.requests.web.Client.Answer;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class BoardMovesTests {

    @Autowired
    Boatyard boatyard;

    @Autowired
    Clients clients;

    @Autowired
    ServiceDesk desk;

    Yard yard;
    Client ben;
    RequestId id;

    @BeforeEach
    void openYard() {
        yard = boatyard.open();
        ben = clients.browser(yard, yard.ben());
        id = boatyard.request(yard).id();
    }

    @Test
    void aCardSaysWhereItCanGo() {
        assertThat(ben.get("/board").text())
                .contains("data-ways=\"quote:quoted:page accept:confirmed:confirm decline:declined:reason")
                .contains("cancel:cancelled:reason\"", "data-revision=\"1\"")
                .doesNotContain("complete:completed");
    }

    @Test
    void withoutScriptItsMenuLeadsToAPageWithAForm() {
        assertThat(ben.get("/board/" + id + "?move=accept").text())
                .contains("Accept", "Chidi Okafor is told. This cannot be undone.")
                .doesNotContain("Decline", "??");
        assertThat(ben.get("/board/" + id).text()).contains("Accept", "Decline", "Cancel this request", "Make a quote");
    }

    @Test
    void aMoveIsSaidAboveTheBoardAndWhatCanBeUndoneIs() {
        started();

        Answer held = move("hold", 3, "Waiting for the tide");
        assertThat(held.status()).isEqualTo(302);
        assertThat(ben.get("/board").text())
                .contains(": On hold", "Undo", "name=\"move\" value=\"resume\"", "name=\"revision\" value=\"4\"");

        assertThat(move("resume", 4, "").status()).isEqualTo(302);
        assertThat(status()).isEqualTo(RequestStatus.IN_PROGRESS);
        assertThat(ben.get("/board").text()).contains("name=\"move\" value=\"hold\"", "Moved by mistake");
    }

    @Test
    void whoWasSlowerIsToldAndSeesTheNewState() {
        yard.inside(() -> desk.accept(yard.efe(), id, null));

        assertThat(move("accept", 1, "").status()).isEqualTo(302);
        assertThat(ben.get("/board").text()).contains("was changed by somebody else meanwhile: it is Confirmed now");
        assertThat(move("cancel", 1, "Sunk").status()).isEqualTo(302);
        assertThat(status()).isEqualTo(RequestStatus.CONFIRMED);
    }

    @Test
    void ofTwoWhoDropTheSameCardAtOnceOneIsTold() throws Exception {
        Client efe = clients.browser(yard, yard.efe());
        List<Callable<Answer>> drops = List.of(
                () -> ben.submit("/board", "/board/" + id, "move", "accept", "revision", "1"),
                () -> efe.submit("/board", "/board/" + id, "move", "decline", "revision", "1"));
        try (var both = Executors.newFixedThreadPool(2)) {
            for (Future<Answer> drop : both.invokeAll(drops)) {
                assertThat(drop.get().status()).isEqualTo(302);
            }
        }

        assertThat(ben.get("/board").text() + efe.get("/board").text())
                .containsOnlyOnce("was changed by somebody else meanwhile");
        assertThat(yard.in(() -> desk.history(yard.ben(), id)))
                .extracting(History.Entry::what)
                .hasSize(2);
    }

    @Test
    void aMoveThatNeedsAReasonAsksForIt() {
        Answer asked = move("cancel", 1, " ");

        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.text()).contains("Say why: the other side reads it", "name=\"revision\" value=\"1\"");
        assertThat(status()).isEqualTo(RequestStatus.PENDING);
    }

    @Test
    void whatIsNoMoveOfTheBoardIsNotThere() {
        assertThat(move("quote", 1, "").status()).isEqualTo(404);
        assertThat(move("expire", 1, "").status()).isEqualTo(404);
    }

    @Test
    void isForStaffOfThisBusiness() {
        Yard elsewhere = boatyard.open();

        assertThat(clients.browser(yard, yard.chidi()).get("/board/" + id).status())
                .isEqualTo(403);
        assertThat(clients.browser(elsewhere, elsewhere.ben())
                        .get("/board/" + id)
                        .status())
                .isEqualTo(404);
    }

    private void started() {
        yard.inside(() -> {
            desk.accept(yard.ben(), id, null);
            desk.start(yard.ben(), id, null);
        });
    }

    private Answer move(String move, int revision, String reason) {
        return ben.submit(
                "/board", "/board/" + id, "move", move, "revision", String.valueOf(revision), "reason", reason);
    }

    private RequestStatus status() {
        return yard.in(() -> desk.find(yard.ben(), id)).status();
    }
}
