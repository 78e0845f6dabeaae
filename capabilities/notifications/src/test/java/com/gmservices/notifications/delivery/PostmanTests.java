package com.gmservices.notifications.delivery;

import static com.gmservices.notifications.Business.quote;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.gmservices.identity.AccountMail;
import com.gmservices.notifications.Business;
import com.gmservices.notifications.Channel;
import com.gmservices.notifications.MailServers;
import com.gmservices.notifications.NoJobs;
import com.gmservices.notifications.board.NoticeBoard;
import com.gmservices.notifications.carrier.Carrier;
import com.gmservices.notifications.mail.MailMessage;
import com.gmservices.notifications.mail.MailSettings;
import com.gmservices.notifications.mail.SmtpCarrier;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Tenants;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Written with a mail server in sight; the tests bring the mails themselves, to this server or to worse ones. */
@SpringBootTest
@Import({NoJobs.class, Post.class})
@ExtendWith(OutputCaptureExtension.class)
class PostmanTests {

    static final GreenMail SERVER = MailServers.friendly();

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry settings) {
        settings.add("gm.mail.host", () -> "localhost");
        settings.add("gm.mail.port", () -> SERVER.getSmtp().getPort());
        settings.add("gm.mail.from", () -> "no-reply@gm.example");
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Autowired
    NoticeBoard board;

    @Autowired
    AccountMail accounts;

    @Autowired
    Postman postman;

    @Autowired
    DeliveryRows rows;

    @Autowired
    Post post;

    @Autowired
    SchedulerClient jobs;

    @Autowired
    Clock clock;

    @Autowired
    Tenants tenants;

    @Autowired
    Members members;

    @Autowired
    TransactionTemplate transactions;

    Business garage;
    CurrentMember ada;
    String address;

    @BeforeEach
    void found() {
        garage = Business.found(tenants, members, "Harbour Gäräge <&>");
        address = "ada-%s@example.com".formatted(UUID.randomUUID());
        ada = garage.customer("Ada", address);
    }

    @Test
    void itArrivesAsTextAndHtmlWithTheBusinesssNameAndAccent() throws Exception {
        garage.tell(board, quote(ada, "quoted-1"));
        bring(postman, written());

        MimeMessage mail = arrived();
        assertThat(mail.getSubject()).isEqualTo("Your quote SR-1 is ready");
        assertThat(mail.getFrom()[0].toString()).contains("no-reply@gm.example");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getMessageID())
                .isEqualTo("<%s@gm.example>".formatted(written().id()));
        var parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        String link = "http://localhost:8000/t/%s/requests/1".formatted(garage.slug());
        assertThat((String) parts.getBodyPart(0).getContent())
                .contains("It costs € 40.", "Have a look at it until Friday.", "Have a look: " + link);
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat((String) parts.getBodyPart(1).getContent())
                .contains("href=\"%s\"".formatted(link), "Harbour Gäräge &lt;&amp;&gt;", "#0b5cad", "It costs € 40.");
        assertThat(state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void aJobIsWrittenWithTheMailAndKnowsOnlyIds() {
        garage.tell(board, quote(ada, "quoted-1"));

        var job = jobs.getScheduledExecution(
                Deliveries.OF_TENANT.instanceId(written().id().toString()));
        assertThat(job).isPresent();
        assertThat(job.get().getData()).isEqualTo(written());
    }

    @Test
    void aRollbackTakesTheJobBackToo() {
        long before = jobs.getScheduledExecutionsForTask(Deliveries.OF_TENANT.getTaskName())
                .size();
        garage.in(() -> transactions.execute(status -> {
            board.tell(List.of(quote(ada, "quoted-1")));
            status.setRollbackOnly();
            return true;
        }));

        assertThat(jobs.getScheduledExecutionsForTask(Deliveries.OF_TENANT.getTaskName()))
                .hasSize((int) before);
    }

    @Test
    void manyPostmenBringItOnce() throws Exception {
        garage.tell(board, quote(ada, "quoted-1"));
        DeliveryId mail = written();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(List.of(
                    () -> bring(postman, mail),
                    () -> bring(postman, mail),
                    () -> bring(postman, mail),
                    () -> bring(another(SERVER.getSmtp().getPort(), clock), mail)));
        }

        assertThat(MailServers.arrivedFor(SERVER, address)).hasSize(1);
        assertThat(bring(postman, mail)).isEmpty();
    }

    @Test
    void aServerThatIsAwayIsTriedAgainAfterGrowingPauses() {
        int port = MailServers.freePort();
        garage.tell(board, quote(ada, "quoted-1"));
        Instant now = clock.instant();

        Instant second = bring(another(port, at(now)), written()).orElseThrow();
        Instant third = bring(another(port, at(second)), written()).orElseThrow();
        assertThat(Duration.between(now, second)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Duration.between(second, third)).isEqualTo(Duration.ofMinutes(2));
        assertThat(state()).isEqualTo(DeliveryState.WAITING);

        GreenMail back = MailServers.onPort(port);
        try {
            assertThat(bring(another(port, at(third)), written())).isEmpty();
            assertThat(MailServers.arrivedFor(back, address)).hasSize(1);
        } finally {
            back.stop();
        }
        assertThat(stored().attempts()).isEqualTo(3);
    }

    @Test
    void afterADayItIsGivenUp() {
        int port = MailServers.freePort();
        garage.tell(board, quote(ada, "quoted-1"));
        Instant start = clock.instant();
        Instant last = start;
        for (Optional<Instant> next = Optional.of(start);
                next.isPresent();
                next = bring(another(port, at(last)), written())) {
            last = next.get();
        }

        assertThat(Duration.between(start, last)).isBetween(Duration.ofHours(20), Duration.ofHours(30));
        assertThat(state()).isEqualTo(DeliveryState.FAILED);
        assertThat(stored().detail()).contains("Connection refused");
    }

    @Test
    void aRefusedAddressIsNotTriedAgainAndNotLogged(CapturedOutput log) throws Exception {
        garage.tell(board, quote(ada, "quoted-1"));
        try (var server = MailServers.refusing("550 5.1.1 no %s here".formatted(address))) {
            assertThat(bring(another(server.getLocalPort(), clock), written())).isEmpty();
        }

        assertThat(state()).isEqualTo(DeliveryState.FAILED);
        assertThat(stored().detail()).contains("550 5.1.1 no");
        assertThat(log).contains(written().id() + " was not sent").doesNotContain(address);
        garage.tell(board, quote(ada, "quoted-2"));
        assertThat(stored().state()).isEqualTo(DeliveryState.WITHHELD);
        assertThat(stored().reason()).isEqualTo(Reason.SUPPRESSED);
    }

    @Test
    void aServerThatIsBusyIsTriedAgain() throws Exception {
        garage.tell(board, quote(ada, "quoted-1"));
        try (var server = MailServers.refusing("451 4.3.0 try later")) {
            assertThat(bring(another(server.getLocalPort(), clock), written())).isPresent();
        }

        assertThat(state()).isEqualTo(DeliveryState.WAITING);
        assertThat(bring(postman, written())).isEmpty();
        assertThat(MailServers.arrivedFor(SERVER, address)).hasSize(1);
    }

    @Test
    void whatIsNoAddressIsNotTried() {
        CurrentMember bob = garage.customer("Bob", "bob at home");
        garage.tell(board, quote(bob, "quoted-1"));

        assertThat(bring(postman, written())).isEmpty();
        assertThat(state()).isEqualTo(DeliveryState.FAILED);
    }

    @Test
    void aMailWhosePostmanDiedIsBroughtByTheNext() {
        garage.tell(board, quote(ada, "quoted-1"));
        DeliveryId mail = written();
        Instant now = clock.instant();
        Instant until = now.plus(Duration.ofMinutes(5));
        garage.in(() -> rows.claim(mail, now, until));

        assertThat(bring(postman, mail)).contains(until);
        assertThat(MailServers.arrivedFor(SERVER, address)).isEmpty();
        assertThat(bring(another(SERVER.getSmtp().getPort(), at(until)), mail)).isEmpty();
        assertThat(MailServers.arrivedFor(SERVER, address)).hasSize(1);
    }

    @Test
    void aServerIsNotToldAPasswordInTheClear() {
        garage.tell(board, quote(ada, "quoted-1"));
        var settings = new MailSettings("localhost", SERVER.getSmtp().getPort(), "gm", "secret", "no-reply@gm.example");
        var careful = post.man(List.of(new SmtpCarrier(settings)), clock);

        assertThat(bring(careful, written())).isPresent();
        assertThat(stored().detail()).contains("STARTTLS");
        assertThat(MailServers.arrivedFor(SERVER, address)).isEmpty();
    }

    @Test
    void anAccountsLinkIsForgottenOnceItHasLeft() throws Exception {
        accounts.send(new AccountMail.Letter(
                address, "tests.invitation", List.of("Harbour"), URI.create("https://gm.example/invitations/s3cret")));
        DeliveryId mail = written();
        assertThat(postman.bring(mail)).isEmpty();

        MimeMessage arrived = arrived();
        assertThat(arrived.getSubject()).isEqualTo("Come and work at Harbour");
        assertThat((String)
                        ((MimeMultipart) arrived.getContent()).getBodyPart(0).getContent())
                .contains("Join Harbour: https://gm.example/invitations/s3cret");
        assertThat(post.newest(Channel.MAIL).link()).isNull();
        assertThat(state()).isEqualTo(DeliveryState.SENT);
    }

    private Postman another(int port, Clock time) {
        return post.man(List.<Carrier<MailMessage>>of(new SmtpCarrier(MailServers.at(port))), time);
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }

    private Optional<Instant> bring(Postman postman, DeliveryId mail) {
        return garage.in(() -> postman.bring(mail));
    }

    /** The mail that this test has written last. */
    private DeliveryId written() {
        return post.newest(Channel.MAIL).id();
    }

    private DeliveryState state() {
        return stored().state();
    }

    private Delivery stored() {
        return post.newest(Channel.MAIL);
    }

    private MimeMessage arrived() {
        List<MimeMessage> arrived = MailServers.arrivedFor(SERVER, address);
        assertThat(arrived).hasSize(1);
        return arrived.getFirst();
    }
}
