package com.gmservices.notifications.web;

import static com.gmservices.notifications.Business.quote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.gmservices.database.Cursor;
import com.gmservices.notifications.Business;
import com.gmservices.notifications.Channel;
import com.gmservices.notifications.Notice;
import com.gmservices.notifications.board.NoticeBoard;
import com.gmservices.notifications.delivery.Delivery;
import com.gmservices.notifications.delivery.Letter;
import com.gmservices.notifications.delivery.Stationery;
import com.gmservices.notifications.web.NoticeLog.Question;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Tenants;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.context.WebApplicationContext;

/** What a member chooses, ends and is told; and the log in which staff look it up. */
@SpringBootTest
class OwnPagesTests {

    private static final String API = "/api/v1/notification-preferences";

    @Autowired
    WebApplicationContext context;

    @Autowired
    NoticeBoard board;

    @Autowired
    Mailbox mailbox;

    @Autowired
    NoticeLog log;

    @Autowired
    Stationery stationery;

    @Autowired
    Tenants tenants;

    @Autowired
    Members members;

    Business garage;
    CurrentMember ada;
    CurrentMember staff;
    String address;
    Web web;

    @BeforeEach
    void found() {
        garage = Business.found(tenants, members, "Harbour Garage");
        address = "ada-%s@example.com".formatted(UUID.randomUUID());
        ada = garage.customer("Ada 100% \"Löve\" أدا", address);
        CurrentMember ben = garage.customer("Ben", null);
        staff = new CurrentMember(
                ben.tenant(),
                ben.id(),
                ben.identity(),
                "Ben",
                ben.roles(),
                Set.of("read:notification-log", "lift:suppressions", "read:members"));
        web = new Web(context, garage);
    }

    @Test
    void theApiTakesWhatFitsAndSaysWhatDoesNot() throws Exception {
        web.call(ada, get(API))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"0\""))
                .andExpect(jsonPath("$.digest").value("none"))
                .andExpect(jsonPath("$.kinds.tests.mail").value(true))
                .andExpect(jsonPath("$.kinds.tests.sms").value(false));
        change("\"0\"", """
                {"language": "fr", "time_zone": "Africa/Lagos", "digest": "hourly",
                 "quiet_hours": {"from": "22:00", "until": "07:00"}, "kinds": {"tests": {"mail": false}}}
                """)
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"1\""))
                .andExpect(jsonPath("$.language").value("fr"))
                .andExpect(jsonPath("$.quiet_hours.until").value("07:00"))
                .andExpect(jsonPath("$.kinds.tests.mail").value(false));

        change("\"0\"", "{\"digest\": \"none\"}").andExpect(status().isPreconditionFailed());
        change("\"1\"", "{\"quiet_hours\": {\"from\": \"25:00\", \"until\": \"07:00\"}}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].pointer").value("/quiet_hours/from"));
        change("\"1\"", "{\"kinds\": {\"test-receipts\": {\"mail\": false}}}")
                .andExpect(status().isUnprocessableContent());
        change("\"1\"", "{\"kinds\": {\"nothing\": {\"mail\": false}}}").andExpect(status().isUnprocessableContent());
        change("\"1\"", "{\"time_zone\": \"Mars/Olympus\"}").andExpect(status().isUnprocessableContent());
        change("\"1\"", "{\"quiet_hours\": {}}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.quiet_hours").isEmpty())
                .andExpect(jsonPath("$.digest").value("hourly"));
    }

    private ResultActions change(String seen, String body) {
        return web.call(
                ada,
                patch(API)
                        .header("If-Match", seen)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body));
    }

    @Test
    void thePageSavesWhatIsTickedAndShowsWhatIsWrong() throws Exception {
        web.call(ada, web.page("/me/notifications"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("value=\"tests.mail\" checked")))
                .andExpect(content().string(containsString("value=\"test-receipts.mail\"")));
        web.call(
                        ada,
                        web.form("/me/notifications")
                                .param("revision", "0")
                                .param("quietFrom", "22:00")
                                .param("quietUntil", "22:00")
                                .param("digest", "daily"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Quiet hours end at another time")))
                .andExpect(content().string(containsString("value=\"daily\" checked")));
        web.call(
                        ada,
                        web.form("/me/notifications")
                                .param("revision", "0")
                                .param("wanted", "tests.push")
                                .param("language", "fr")
                                .param("digest", "daily"))
                .andExpect(status().isFound());
        garage.tell(board, quote(ada, "q-1"));

        assertThat(entries("").getFirst().lines())
                .singleElement()
                .satisfies(line -> assertThat(line.reason()).hasToString("DECLINED"));
        web.call(ada, web.page("/notifications"))
                .andExpect(content().string(containsString("Votre devis SR-1 est prêt")));
    }

    @Test
    void oneClickEndsAKindOfMailAndNothingElse() throws Exception {
        garage.tell(board, quote(ada, "q-1"));
        Letter letter = letter();
        String token = String.valueOf(letter.unsubscribe()).replaceAll(".*/", "");
        assertThat(letter.text()).contains("/t/%s/unsubscribe/%s".formatted(garage.slug(), token));

        web.call(null, web.page("/unsubscribe/" + token))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Harbour Garage will send you no more mails")));
        web.call(null, get(API + "/unsubscribe/" + token)).andExpect(status().isSeeOther());
        assertThat(wantsMail()).isTrue();

        web.call(
                        null,
                        post(API + "/unsubscribe/" + token)
                                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                                .content("List-Unsubscribe=One-Click"))
                .andExpect(status().isNoContent());
        web.call(null, web.form("/unsubscribe/" + token)).andExpect(status().isOk());
        assertThat(wantsMail()).isFalse();
        web.call(null, post(API + "/unsubscribe/" + token.substring(0, 20) + "AAAA"))
                .andExpect(status().isNotFound());
        web.call(null, web.page("/unsubscribe/x")).andExpect(status().isNotFound());
    }

    @Test
    void aReceiptHasNoEnd() {
        garage.tell(
                board,
                new Notice(ada.id(), "paid", "tests.receipt", List.of("€ 40"), "/payments/1").ofKind("test-receipts"));

        assertThat(letter().unsubscribe()).isNull();
        assertThat(letter().html()).doesNotContain("unsubscribe");
    }

    @Test
    void staffFindWhoWasToldAndWhy() throws Exception {
        garage.tell(board, quote(ada, "q-1"));

        web.call(staff, web.page("/notifications/log?member=" + ada.id()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Your quote SR-1 is ready")))
                .andExpect(content().string(containsString(address)))
                .andExpect(content().string(containsString("as is usual for this kind")));
        web.call(staff, web.page("/notifications/log?about=/requests/1"))
                .andExpect(content().string(containsString("Your quote SR-1 is ready")));
        web.call(staff, get("/api/v1/notifications/log?about=/requests/2"))
                .andExpect(jsonPath("$.data").isEmpty());
        web.call(staff, get("/api/v1/notifications/log"))
                .andExpect(jsonPath("$.data[0].deliveries[0].state").value("kept"));
        web.call(ada, get("/api/v1/notifications/log")).andExpect(status().isForbidden());
    }

    @Test
    void theLogGoesIntoASpreadsheet() throws Exception {
        garage.tell(board, quote(ada, "q-1"));

        web.call(staff, web.page("/notifications/log.csv?about=/requests/1"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("When,Who,About,What")))
                .andExpect(content().string(containsString("Your quote SR-1 is ready")))
                .andExpect(content().string(containsString("E-mail," + address + ",Kept,")));
        web.call(ada, web.page("/notifications/log.csv")).andExpect(status().isForbidden());
    }

    @Test
    void theLogFindsWhateverIsTyped() {
        garage.tell(board, quote(ada, "q-1"));

        for (String words : List.of("100%", "\"Löve\"", "أدا", "ADA", address, "sr-1", "€ 40")) {
            assertThat(entries(words)).as(words).hasSize(1);
        }
        for (String words : List.of("100_", "%%", "' or 1=1 --", "\\", "x".repeat(10_240), "a\0zzz")) {
            assertThat(entries(words)).as(words).isEmpty();
        }
    }

    @Test
    void anotherBusinessFindsNothingOfIt() {
        garage.tell(board, quote(ada, "q-1"));
        Business hotel = Business.found(tenants, members, "Grand Hotel");
        CurrentMember spy = new CurrentMember(
                hotel.id(), staff.id(), null, "Spy", Set.of(), Set.of("read:notification-log", "read:members"));

        assertThat(hotel.in(() -> log.find(spy, new Question(null, null, ""), Cursor.newest(), 10))
                        .data())
                .isEmpty();
    }

    @Test
    void anAdministratorWordsATextAndSeesItBefore() throws Exception {
        CurrentMember admin =
                new CurrentMember(garage.id(), staff.id(), null, "Boss", Set.of(), Set.of("update:notification-texts"));
        String page = "/settings/texts/tests.quote,fr,mail";
        web.call(admin, web.page("/settings/texts"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("tests.quote,fr,mail")));
        web.call(admin, web.page(page)).andExpect(content().string(containsString("Votre devis {reference} est prêt")));
        web.call(
                        admin,
                        web.form(page)
                                .param("version", "0")
                                .param("subject", "{nobody}")
                                .param("text", "<script>alert(1)</script> {amount}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("There is no {nobody} here")));
        web.call(
                        admin,
                        web.form(page)
                                .param("preview", "yes")
                                .param("version", "0")
                                .param("subject", "{reference}")
                                .param("text", "<script>alert(1)</script> {amount}"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("&lt;script&gt;alert(1)&lt;/script&gt;")))
                .andExpect(content().string(not(containsString("<script>alert"))));
        web.call(
                        admin,
                        web.form(page)
                                .param("version", "0")
                                .param("subject", "{reference}")
                                .param("text", "{amount}"))
                .andExpect(status().isFound());
        web.call(admin, web.page(page)).andExpect(content().string(containsString("Version 1")));
    }

    /** The mail to her, beside which there may be digests of the days to come. */
    private Letter letter() {
        Delivery mail = mailbox.list(Channel.MAIL, Cursor.newest(), 100).data().stream()
                .filter(it -> it.recipient().equals(address))
                .findFirst()
                .orElseThrow();
        return garage.in(() -> stationery.write(mail).orElseThrow());
    }

    private boolean wantsMail() throws Exception {
        return web.call(ada, get(API))
                .andReturn()
                .getResponse()
                .getContentAsString()
                .contains("\"tests\":{\"mail\":true");
    }

    private List<NoticeLog.Entry> entries(String words) {
        return garage.in(() -> log.find(staff, new Question(null, null, words), Cursor.newest(), 10))
                .data();
    }
}
