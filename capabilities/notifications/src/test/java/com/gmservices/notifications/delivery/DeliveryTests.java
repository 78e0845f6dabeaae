package com.gmservices.notifications.delivery;

import static com.gmservices.notifications.Business.quote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gmservices.identity.AccountMail;
import com.gmservices.notifications.Business;
import com.gmservices.notifications.MailServers;
import com.gmservices.notifications.Notice;
import com.gmservices.notifications.board.NoticeBoard;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Tenants;
import com.icegreen.greenmail.util.GreenMail;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole way: told, committed, and brought by a job; on a server of its own, where no other test's mails wait. */
@SpringBootTest(
        properties = {"db-scheduler.polling-interval=100ms", "gm.test.database=embedded", "gm.data=target/delivery"})
@DirtiesContext
class DeliveryTests {

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
    Tenants tenants;

    @Autowired
    Members members;

    @Test
    void eachMailArrivesOnce() {
        String run = UUID.randomUUID().toString();
        Business garage = Business.found(tenants, members, "Harbour Garage");
        List<CurrentMember> staff = IntStream.range(0, 20)
                .mapToObj(number -> garage.customer("Staff " + number, "%d-%s@example.com".formatted(number, run)))
                .toList();

        garage.tell(
                board, staff.stream().map(member -> quote(member, "quoted-1")).toArray(Notice[]::new));
        accounts.send(new AccountMail.Letter("new-" + run + "@example.com", "tests.invitation", List.of("Us"), null));

        await().atMost(Duration.ofSeconds(20)).until(() -> arrived(run) == 21);
        await().during(Duration.ofMillis(500)).until(() -> arrived(run) == 21);
        assertThat(MailServers.arrivedFor(SERVER, "new-" + run + "@example.com"))
                .hasSize(1);
    }

    private static long arrived(String run) {
        return List.of(SERVER.getReceivedMessages()).stream()
                .filter(message -> {
                    try {
                        return message.getAllRecipients()[0].toString().contains(run);
                    } catch (jakarta.mail.MessagingException e) {
                        throw new AssertionError(e);
                    }
                })
                .count();
    }
}
