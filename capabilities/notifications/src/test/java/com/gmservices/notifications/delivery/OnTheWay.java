package com.gmservices.notifications.delivery;

import com.gmservices.notifications.Business;
import com.gmservices.notifications.Channel;
import com.gmservices.notifications.NoJobs;
import com.gmservices.notifications.Notice;
import com.gmservices.notifications.board.NoticeBoard;
import com.gmservices.notifications.mail.MailMessage;
import com.gmservices.notifications.preference.Readers;
import com.gmservices.notifications.push.PushMessage;
import com.gmservices.notifications.sms.TextMessage;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** Somebody is told over carriers that do as the test says. The tests are the postmen. */
@SpringBootTest(
        properties = {
            "gm.mail.host=localhost",
            "gm.mail.port=9",
            "gm.mail.from=no-reply@gm.example",
            "gm.twilio.account-sid=AC0",
            "gm.twilio.auth-token=t",
            "gm.twilio.from=+33600000000",
            "gm.sms.country-day=1",
            "gm.sms.countries.lv=0.20"
        })
@Import({NoJobs.class, Post.class})
abstract class OnTheWay {

    static final Instant APPOINTMENT = Instant.parse("2099-06-05T09:30:00Z");

    @Autowired
    NoticeBoard board;

    @Autowired
    Post post;

    @Autowired
    Readers readers;

    @Autowired
    Tenants tenants;

    @Autowired
    Members members;

    @Autowired
    Clock clock;

    final Mouth<MailMessage> mail = new Mouth<>("mail-1", true);
    final Mouth<TextMessage> sms = new Mouth<>("sms-1", false);
    final Mouth<PushMessage> push = new Mouth<>("push", true);
    Business garage;
    CurrentMember ada;

    @BeforeEach
    void found() {
        garage = Business.found(tenants, members, "Harbour Garage");
        ada = garage.customer("Ada", "ada-%s@example.com".formatted(UUID.randomUUID()), "+33 6 12 34 56 78");
    }

    Notice reminder(String once) {
        return reminder(ada, once);
    }

    static Notice reminder(CurrentMember to, String once) {
        return Business.reminder(to, once, APPOINTMENT);
    }

    DeliveryId newest(Channel channel) {
        return stored(channel).id();
    }

    Delivery stored(Channel channel) {
        return post.newest(channel, garage.id());
    }

    Optional<Instant> bring(DeliveryId id) {
        return bringAt(id, clock.instant());
    }

    void bring(Business business, DeliveryId id) {
        Postman postman = post.man(List.of(mail), List.of(sms), List.of(push), clock);
        business.in(() -> postman.bring(id));
    }

    Optional<Instant> bringAt(DeliveryId id, Instant now) {
        Postman postman = post.man(List.of(mail), List.of(sms), List.of(push), at(now));
        return garage.in(() -> postman.bring(id));
    }

    static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
