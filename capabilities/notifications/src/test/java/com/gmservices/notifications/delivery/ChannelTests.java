package com.gmservices.notifications.delivery;

import static com.gmservices.notifications.Business.quote;
import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.database.Cursor;
import com.gmservices.notifications.Business;
import com.gmservices.notifications.Channel;
import com.gmservices.notifications.NoJobs;
import com.gmservices.notifications.Notice;
import com.gmservices.notifications.board.NoticeBoard;
import com.gmservices.notifications.carrier.Carrier;
import com.gmservices.notifications.carrier.Outcome;
import com.gmservices.notifications.carrier.Outcome.Accepted;
import com.gmservices.notifications.carrier.Outcome.NotTaken;
import com.gmservices.notifications.carrier.Outcome.Refused;
import com.gmservices.notifications.carrier.Outcome.Unknown;
import com.gmservices.notifications.mail.MailMessage;
import com.gmservices.notifications.preference.Digest;
import com.gmservices.notifications.preference.Preference;
import com.gmservices.notifications.preference.Preferences;
import com.gmservices.notifications.preference.QuietHours;
import com.gmservices.notifications.preference.Readers;
import com.gmservices.notifications.push.PushMessage;
import com.gmservices.notifications.push.PushSubscriptions;
import com.gmservices.notifications.sms.TextMessage;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Plan;
import com.gmservices.tenancy.Plans;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.Tenants;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** What was decided when somebody was told, and what carriers and hours make of it. The tests are the postmen. */
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
class ChannelTests {

    private static final Instant APPOINTMENT = Instant.parse("2099-06-05T09:30:00Z");
    private static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");

    @Autowired
    NoticeBoard board;

    @Autowired
    Post post;

    @Autowired
    Preferences preferences;

    @Autowired
    Readers readers;

    @Autowired
    Plans plans;

    @Autowired
    PushSubscriptions browsers;

    @Autowired
    Tenants tenants;

    @Autowired
    Members members;

    @Autowired
    Clock clock;

    private final Mouth<MailMessage> mail = new Mouth<>("mail-1", true);
    private final Mouth<TextMessage> sms = new Mouth<>("sms-1", false);
    private final Mouth<PushMessage> push = new Mouth<>("push", true);
    Business garage;
    CurrentMember ada;

    @BeforeEach
    void found() {
        garage = Business.found(tenants, members, "Harbour Garage");
        ada = garage.customer("Ada", "ada-%s@example.com".formatted(UUID.randomUUID()), "+33 6 12 34 56 78");
    }

    @Test
    void isToldInTheLanguageAndByTheClockThatSheHasChosen() {
        readers.choose(Objects.requireNonNull(ada.identity()), Locale.FRENCH, LAGOS);
        garage.tell(board, reminder("r-1"));

        bring(newest(Channel.MAIL));
        bring(newest(Channel.SMS));

        assertThat(mail.carried.getFirst().text()).contains("vendredi 5 juin 2099", "10:30", "Voir: http");
        assertThat(sms.carried.getFirst().text())
                .startsWith("Harbour Garage: Rendez-vous vendredi 5 juin 2099")
                .contains("/t/" + garage.slug());
    }

    @Test
    void quietHoursAreKeptAlsoWhenTheyAreChosenLater() {
        garage.tell(board, quote(ada, "q-1"));
        DeliveryId id = newest(Channel.MAIL);
        prefer(new Preference(night(), Digest.NONE, Map.of(), 0));

        Optional<Instant> again = bringAt(id, Instant.parse("2026-12-01T23:30:00Z"));

        assertThat(again).contains(Instant.parse("2026-12-02T06:00:00Z"));
        assertThat(mail.carried).isEmpty();
        assertThat(stored(Channel.MAIL).reason()).isEqualTo(Reason.QUIET);
        assertThat(bringAt(id, again.orElseThrow())).isEmpty();
        assertThat(mail.carried).hasSize(1);
    }

    @Test
    void aDigestIsOneMailAndRemindersDoNotWaitForIt() {
        prefer(new Preference(null, Digest.DAILY, Map.of(), 0));
        garage.tell(board, quote(ada, "q-1"), quote(ada, "q-2"));
        garage.tell(board, quote(ada, "q-3"));
        DeliveryId digest = bundle();
        assertThat(stored(Channel.MAIL).state()).isEqualTo(DeliveryState.BUNDLED);

        garage.tell(board, reminder("r-1"));
        bring(newest(Channel.MAIL));
        assertThat(mail.carried).hasSize(1);

        bring(digest);
        assertThat(mail.carried).hasSize(2);
        assertThat(mail.carried.getLast().subject()).isEqualTo("News from Harbour Garage");
        assertThat(mail.carried.getLast().text()).containsSubsequence("SR-1", "SR-1", "SR-1");

        garage.tell(board, quote(ada, "q-4"));
        assertThat(stored(Channel.MAIL).state())
                .as("what comes after it has left")
                .isEqualTo(DeliveryState.WAITING);
    }

    @Test
    void whatSheDoesNotWantIsNotSentAndItIsSaidWhy() {
        prefer(Preference.USUAL.choosing("tests", Channel.MAIL, false));
        garage.tell(board, quote(ada, "q-1"));

        assertThat(stored(Channel.MAIL).state()).isEqualTo(DeliveryState.WITHHELD);
        assertThat(stored(Channel.MAIL).reason()).isEqualTo(Reason.DECLINED);
    }

    @Test
    void aSuspendedBusinessTellsNothingUntilItIsBack() {
        garage.tell(board, quote(ada, "q-1"));
        DeliveryId id = newest(Channel.MAIL);
        tenants.setStatus(garage.id(), Tenant.Status.SUSPENDED);

        Instant again = bringAt(id, clock.instant()).orElseThrow();
        assertThat(mail.carried).isEmpty();
        tenants.setStatus(garage.id(), Tenant.Status.ACTIVE);
        bringAt(id, again);
        assertThat(mail.carried).hasSize(1);

        garage.tell(board, quote(ada, "q-2"));
        DeliveryId old = newest(Channel.MAIL);
        tenants.setStatus(garage.id(), Tenant.Status.SUSPENDED);
        assertThat(bringAt(old, clock.instant().plus(Duration.ofDays(2)))).isEmpty();
        assertThat(stored(Channel.MAIL).reason()).isEqualTo(Reason.SUSPENDED);
    }

    @Test
    void whatHasComeTooLateStaysUnsent() {
        garage.tell(board, reminder("r-1"));
        DeliveryId id = newest(Channel.SMS);

        assertThat(bringAt(id, APPOINTMENT.plusSeconds(60))).isEmpty();
        assertThat(sms.carried).isEmpty();
        assertThat(stored(Channel.SMS).reason()).isEqualTo(Reason.EXPIRED);
    }

    /** Killed between asking a carrier and writing down what it said: nobody knows whether it has the message. */
    @Test
    void afterACrashNobodyIsToldTwice() {
        garage.tell(board, reminder("r-1"));
        DeliveryId id = newest(Channel.SMS);
        sms.says = message -> {
            throw new Killed();
        };
        try {
            bring(id);
        } catch (Killed killed) {
            // As a process that was killed would, it leaves the claim and all else as it is.
        }
        sms.says = message -> new Accepted("1");
        var other = new Mouth<TextMessage>("sms-2", false);
        Instant afterTheClaim = clock.instant().plus(Duration.ofMinutes(6));

        Postman next = post.man(List.of(mail), List.of(other, sms), List.of(push), at(afterTheClaim));
        assertThat(garage.in(() -> next.bring(id))).isEmpty();

        assertThat(sms.carried).hasSize(1);
        assertThat(other.carried).isEmpty();
        assertThat(stored(Channel.SMS).state()).isEqualTo(DeliveryState.FAILED);
        assertThat(stored(Channel.SMS).detail()).contains("may have arrived");
    }

    @Test
    void afterACrashTheCarrierIsAskedWhatItHas() {
        garage.tell(board, reminder("r-1"));
        DeliveryId id = newest(Channel.SMS);
        sms.says = message -> new Unknown("no answer");
        assertThat(bring(id))
                .hasValueSatisfying(
                        again -> assertThat(again).isAfter(clock.instant().plus(Duration.ofMinutes(4))));
        sms.known = new Accepted("SM1");

        assertThat(bringAt(id, clock.instant().plus(Duration.ofMinutes(6)))).isEmpty();
        assertThat(sms.carried).hasSize(1);
        assertThat(stored(Channel.SMS).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void itWaitsAsLongAsACarrierAsksFor() {
        garage.tell(board, quote(ada, "q-1"));
        mail.says = message -> new NotTaken("429", Duration.ofHours(1));

        assertThat(bring(newest(Channel.MAIL)))
                .hasValueSatisfying(
                        again -> assertThat(again).isAfter(clock.instant().plus(Duration.ofMinutes(59))));
    }

    @Test
    void twoWorkersOnOneDatabaseSendOnce() throws Exception {
        garage.tell(board, reminder("r-1"));
        DeliveryId id = newest(Channel.SMS);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(List.of(() -> bring(id), () -> bring(id), () -> bring(id), () -> bring(id)));
        }

        assertThat(sms.carried).hasSize(1);
    }

    @Test
    void aBrowserThatIsGoneIsForgotten() {
        browser("https://push.example/gone");
        garage.tell(board, quote(ada, "q-1"));
        push.says = message -> new Refused("410", true);

        bring(newest(Channel.PUSH));

        assertThat(push.carried.getFirst().content()).contains("Your quote SR-1 is ready", "/requests/1");
        assertThat(garage.in(() -> browsers.of(ada))).isEmpty();
    }

    @Test
    void textsCostNoMoreThanIsAgreedForACountry() {
        CurrentMember far = garage.customer("Eve", null, "+248 2 510 123");
        for (int i = 0; i < 12; i++) {
            garage.tell(board, reminder(far, "r-" + i));
            bring(newest(Channel.SMS));
        }

        assertThat(sms.carried).as("at 0.10 each, 1.00 a day").hasSize(10);
        assertThat(stored(Channel.SMS).reason()).isEqualTo(Reason.OVER_COUNTRY);
        garage.tell(board, reminder("r-1"));
        int before = sms.carried.size();
        bring(newest(Channel.SMS));
        assertThat(sms.carried).as("to another country").hasSize(before + 1);
    }

    @Test
    void aPlanSaysWhatTextsMayCost() {
        CurrentMember far = garage.customer("Eve", null, "+248 2 510 123");
        plans.agree(
                garage.id(),
                1,
                new Plan("Fleet", 100, 20, 1_000, 1, null, 0, new BigDecimal("0.30"), new BigDecimal("0.20")));
        for (int i = 0; i < 3; i++) {
            garage.tell(board, reminder(far, "r-" + i));
            bring(newest(Channel.SMS));
        }
        assertThat(sms.carried).as("at 0.10 each, 0.20 a day to one country").hasSize(2);

        for (int i = 0; i < 2; i++) {
            garage.tell(board, reminder("r-" + i));
            bring(newest(Channel.SMS));
        }
        assertThat(sms.carried).as("0.30 in all").hasSize(3);
        assertThat(stored(Channel.SMS).reason()).isEqualTo(Reason.OVER_BUDGET);
    }

    @Test
    void aCountryThatIsNamedCostsAllBusinessesTogetherNoMoreThanThat() {
        Member owner = garage.administrator("Grace", "grace-%s@example.com".formatted(UUID.randomUUID()));
        Business other = Business.found(tenants, members, "Other Garage");
        for (Business business : List.of(other, other, garage)) {
            CurrentMember latvian = business.customer("Eva", null, "+371 20 123 456");
            business.tell(board, reminder(latvian, "r-1"));
            bring(business, post.newest(Channel.SMS, business.id()).id());
        }

        assertThat(sms.carried)
                .as("at 0.10 each, two of the first business, none of the second")
                .hasSize(2);
        assertThat(stored(Channel.SMS).reason()).isEqualTo(Reason.OVER_PLATFORM);
        assertThat(garage.in(() -> board.list(members.toCurrent(owner), false, Cursor.newest(), 10))
                        .data())
                .singleElement()
                .satisfies(told -> assertThat(told.words().key()).isEqualTo("notifications.sms-spent.platform"));
        garage.in(() -> {
            readers.choose(Objects.requireNonNull(owner.identity()), Locale.FRENCH, null);
            return null;
        });
        bring(newest(Channel.MAIL));
        assertThat(mail.carried.getLast().subject()).isEqualTo("Plus de SMS vers Lettonie aujourd’hui");
    }

    @Test
    void aTextIsPaidForOnceAlsoWhenNobodyCouldBeAsked() {
        plans.agree(garage.id(), 1, new Plan("Fleet", 100, 20, 1_000, 1, null, 0, new BigDecimal("0.20"), null));
        sms.says = message -> new NotTaken("503");
        garage.tell(board, reminder("r-1"));
        DeliveryId first = newest(Channel.SMS);
        for (int i = 0; i < 3; i++) {
            bring(first);
        }
        sms.says = message -> new Accepted("SM1");
        garage.tell(board, reminder("r-2"));
        bring(newest(Channel.SMS));

        assertThat(stored(Channel.SMS).state()).as("0.10 is left").isEqualTo(DeliveryState.SENT);
    }

    private Notice reminder(String once) {
        return reminder(ada, once);
    }

    private static Notice reminder(CurrentMember to, String once) {
        return Business.reminder(to, once, APPOINTMENT);
    }

    private static QuietHours night() {
        return new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));
    }

    private void prefer(Preference preference) {
        garage.in(() -> preferences.replace(garage.id(), ada.id(), preference));
    }

    private void browser(String endpoint) {
        garage.in(() -> browsers.add(
                ada,
                endpoint,
                "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
                "BTBZMqHH6r4Tts7J_aSIgg",
                "Firefox"));
    }

    private DeliveryId newest(Channel channel) {
        return stored(channel).id();
    }

    private Delivery stored(Channel channel) {
        return post.newest(channel, garage.id());
    }

    private DeliveryId bundle() {
        return post.digest(garage.id());
    }

    private Optional<Instant> bring(DeliveryId id) {
        return bringAt(id, clock.instant());
    }

    private void bring(Business business, DeliveryId id) {
        Postman postman = post.man(List.of(mail), List.of(sms), List.of(push), clock);
        business.in(() -> postman.bring(id));
    }

    private Optional<Instant> bringAt(DeliveryId id, Instant now) {
        Postman postman = post.man(List.of(mail), List.of(sms), List.of(push), at(now));
        return garage.in(() -> postman.bring(id));
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static final class Killed extends Error {}

    private static final class Mouth<M> implements Carrier<M> {

        private final String name;
        private final boolean twice;
        private final List<M> carried = new CopyOnWriteArrayList<>();
        private Function<M, Outcome> says = message -> new Accepted("1");
        private @Nullable Outcome known;

        Mouth(String name, boolean twice) {
            this.name = name;
            this.twice = twice;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Outcome carry(M message) {
            carried.add(message);
            return says.apply(message);
        }

        @Override
        public Optional<Outcome> whatBecameOf(M message) {
            return Optional.ofNullable(known);
        }

        @Override
        public boolean mayCarryTwice() {
            return twice;
        }
    }
}
