package com.gmservices.notifications.web;

import static com.gmservices.notifications.Business.quote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.gmservices.database.Cursor;
import com.gmservices.database.Deployment;
import com.gmservices.database.PlatformDatabase;
import com.gmservices.identity.AccountMail;
import com.gmservices.notifications.Business;
import com.gmservices.notifications.Channel;
import com.gmservices.notifications.board.NoticeBoard;
import com.gmservices.notifications.delivery.Couriers;
import com.gmservices.notifications.delivery.Delivery;
import com.gmservices.notifications.delivery.Stationery;
import com.gmservices.notifications.preference.Digest;
import com.gmservices.notifications.preference.OwnPreferences;
import com.gmservices.notifications.preference.OwnPreferences.Chosen;
import com.gmservices.notifications.preference.Preference;
import com.gmservices.notifications.preference.QuietHours;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Tenants;
import java.net.URI;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.context.WebApplicationContext;

/** Without a mail server: what members and the operator see. Who is let in is seen to elsewhere. */
@SpringBootTest
class PagesTests {

    @Autowired
    WebApplicationContext context;

    @Autowired
    NoticeBoard board;

    @Autowired
    AccountMail accounts;

    @Autowired
    Mailbox mailbox;

    @Autowired
    @PlatformDatabase
    JdbcClient platform;

    @Autowired
    Tenants tenants;

    @Autowired
    Members members;

    @Autowired
    OwnPreferences preferences;

    Business garage;
    CurrentMember ada;
    String address;
    Web web;

    @BeforeEach
    void found() {
        garage = Business.found(tenants, members, "Harbour Garage");
        address = "ada-%s@example.com".formatted(UUID.randomUUID());
        ada = garage.customer("Ada", address);
        web = new Web(context, garage);
    }

    @Test
    void theApiListsTheCallersOwnInWords() throws Exception {
        garage.tell(board, quote(ada, "quoted-1"), quote(ada, "quoted-2"));
        CurrentMember bob = garage.customer("Bob", null);

        call(ada, get("/api/v1/notifications?limit=1"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.data.length()").value(1))
                .andExpect(jsonPath("$.data[0].subject").value("Your quote SR-1 is ready"))
                .andExpect(jsonPath("$.data[0].text").value("It costs € 40.\n\nHave a look at it until Friday."))
                .andExpect(jsonPath("$.data[0].path").value("/requests/1"))
                .andExpect(jsonPath("$.data[0].read").value(false))
                .andExpect(jsonPath("$.data[0].created_at").exists())
                .andExpect(jsonPath("$.has_more").value(true));
        call(bob, get("/api/v1/notifications")).andExpect(jsonPath("$.data").isEmpty());
    }

    @Test
    void theApiMarksAsReadOnlyTheCallersOwn() throws Exception {
        garage.tell(board, quote(ada, "quoted-1"));
        CurrentMember bob = garage.customer("Bob", null);

        call(bob, post("/api/v1/notifications/{id}/read", newest()))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("not-found"));
        call(ada, post("/api/v1/notifications/{id}/read", newest())).andExpect(status().isNoContent());
        call(ada, post("/api/v1/notifications/{id}/read", newest())).andExpect(status().isNoContent());
        call(ada, get("/api/v1/notifications?unread=true"))
                .andExpect(jsonPath("$.data").isEmpty());
    }

    @Test
    void thePageMarksWhatIsUnread() throws Exception {
        garage.tell(board, quote(ada, "quoted-1"));

        call(ada, page("/notifications"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Your quote SR-1 is ready")))
                .andExpect(content().string(containsString(">Unread<")))
                .andExpect(content().string(containsString("Mark all as read")));
        call(ada, page("/notifications/" + newest()))
                .andExpect(status().isFound())
                .andExpect(redirectedUrl("/t/%s/requests/1".formatted(garage.slug())));
        call(ada, page("/notifications"))
                .andExpect(content().string(not(containsString(">Unread<"))))
                .andExpect(content().string(not(containsString("Mark all as read"))));
    }

    @Test
    void allAreReadAtOnce() throws Exception {
        garage.tell(board, quote(ada, "quoted-1"), quote(ada, "quoted-2"));

        call(
                        ada,
                        web.inTenant(post("/t/%s/notifications/read".formatted(garage.slug())))
                                .param("newest", newest().toString()))
                .andExpect(status().isFound());

        assertThat(garage.in(() -> board.unread(ada))).isZero();
    }

    @Test
    void anEmptyPageSaysWhatItIsFor() throws Exception {
        call(ada, page("/notifications")).andExpect(content().string(containsString("Nothing new")));
    }

    @Test
    void theBellTellsHowManyAndNothingWhenNobodyIsThere() throws Exception {
        garage.tell(board, quote(ada, "quoted-1"), quote(ada, "quoted-2"));

        call(ada, page("/notifications/bell"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Notifications, 2 unread")))
                .andExpect(content()
                        .string(containsString("data-from=\"/t/%s/notifications/bell\"".formatted(garage.slug()))));
        call(null, page("/notifications/bell")).andExpect(status().isNoContent());
    }

    @Test
    void withoutAServerTheMailboxShowsWhatWouldHaveGoneOut() throws Exception {
        garage.tell(board, quote(ada, "quoted-1"));
        accounts.send(new AccountMail.Letter(
                "new@example.com", "tests.invitation", List.of("Harbour"), URI.create("https://gm.example/i/s3cret")));
        List<Delivery> mails = mails();

        call(null, get("/operator/mailbox"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Your quote SR-1 is ready")))
                .andExpect(content().string(containsString("Harbour Garage → " + address)))
                .andExpect(content().string(containsString("GM Services → new@example.com")))
                .andExpect(content().string(containsString(">Kept<")));
        call(null, get("/operator/mailbox/{id}", mails.getFirst().id().id()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Join Harbour: https://gm.example/i/s3cret")));
    }

    /** By a link for a new password an operator would be anybody. */
    @Test
    void inProductionNobodyReadsTheLinksOfOthers() {
        accounts.send(new AccountMail.Letter(
                address,
                "identity.mail.password",
                List.of("Ada"),
                URI.create("https://gm.example/password/reset/s3cret")));
        UUID mail = mails().getFirst().id().id();
        var production = Deployment.of(new MockEnvironment().withProperty("gm.env", "production"));
        var pages = new MailboxPages(
                new Mailbox(platform, Clock.systemUTC(), production),
                context.getBean(Stationery.class),
                context.getBean(Couriers.class),
                Clock.systemUTC());
        var model = new ExtendedModelMap();

        pages.show(mail, model, new MockHttpServletResponse());

        assertThat(String.valueOf(model.getAttribute("letter"))).contains("Ada").doesNotContain("s3cret");
        assertThat(model).containsEntry("secret", true).containsEntry("unreachable", true);
        assertThat(pages.letter(mail).getBody()).doesNotContain("s3cret");
    }

    @Test
    void aLetterIsShownInAFrameWithRulesOfItsOwn() throws Exception {
        garage.tell(board, quote(ada, "quoted-1"));
        UUID mail = mails().getFirst().id().id();

        call(null, get("/operator/mailbox/{id}", mail))
                .andExpect(header().string("Content-Security-Policy", containsString("frame-src 'self'")));
        call(null, get("/operator/mailbox/{id}/letter", mail))
                .andExpect(status().isOk())
                .andExpect(
                        header().string("Content-Security-Policy", containsString("frame-ancestors 'self'; sandbox")))
                .andExpect(content().contentTypeCompatibleWith("text/html"))
                .andExpect(content().string(containsString("Your quote SR-1 is ready")));
        call(null, get("/operator/mailbox/{id}", UUID.randomUUID())).andExpect(status().isNotFound());
    }

    @Test
    void whatIsKeptSaysWhenItWouldLeaveAndWhy() throws Exception {
        LocalTime now = LocalTime.now(ZoneOffset.UTC);
        var quiet = new QuietHours(now.minusHours(1), now.plusHours(1));
        garage.in(() -> preferences.change(
                ada, new Chosen(null, ZoneOffset.UTC, new Preference(quiet, Digest.NONE, Map.of(), 0))));
        garage.tell(board, quote(ada, "quoted-1"));
        UUID mail = mails().getFirst().id().id();

        call(null, get("/operator/mailbox")).andExpect(content().string(containsString(", leaves ")));
        call(null, get("/operator/mailbox/{id}", mail))
                .andExpect(content().string(containsString("not before the end of their quiet hours")));
    }

    private UUID newest() {
        return garage.in(() -> board.list(ada, false, Cursor.newest(), 1))
                .data()
                .getFirst()
                .id()
                .value();
    }

    /** The newest first, without digests, whose ids are of the day on which they leave. */
    private List<Delivery> mails() {
        return mailbox.list(Channel.MAIL, Cursor.newest(), 100).data().stream()
                .filter(mail -> !mail.isDigest())
                .toList();
    }

    private MockHttpServletRequestBuilder page(String path) {
        return web.page(path);
    }

    private ResultActions call(@Nullable CurrentMember member, MockHttpServletRequestBuilder request) {
        return web.call(member, request);
    }
}
