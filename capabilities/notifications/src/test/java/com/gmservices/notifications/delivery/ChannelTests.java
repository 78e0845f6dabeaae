package com.gmservices.notifications.delivery;

import static com.gmservices.notifications.Business.quote;
import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.notifications.Channel;
import com.gmservices.notifications.Notice;
import com.gmservices.notifications.carrier.Outcome.Accepted;
import com.gmservices.notifications.carrier.Outcome.NotTaken;
import com.gmservices.notifications.carrier.Outcome.Refused;
import com.gmservices.notifications.carrier.Outcome.Unknown;
import com.gmservices.notifications.preference.Digest;
import com.gmservices.notifications.preference.Preference;
import com.gmservices.notifications.preference.Preferences;
import com.gmservices.notifications.preference.QuietHours;
import com.gmservices.notifications.push.PushSubscriptions;
import com.gmservices.notifications.sms.TextMessage;
import com.gmservices.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was decided when somebody was told, and what carriers and hours make of it. */
class ChannelTests extends OnTheWay {

    private static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");

    @Autowired
    Preferences preferences;

    @Autowired
    PushSubscriptions browsers;

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
    void aDigestThatCannotHoldAllSaysSo() {
        prefer(new Preference(null, Digest.DAILY, Map.of(), 0));
        garage.tell(
                board,
                IntStream.range(0, 201).mapToObj(n -> quote(ada, "q-" + n)).toArray(Notice[]::new));

        bring(bundle());

        String more = "More has happened than fits into one mail";
        assertThat(mail.carried.getLast().text()).contains(more);
        assertThat(mail.carried.getLast().html()).contains(more);
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

    private DeliveryId bundle() {
        return post.digest(garage.id());
    }

    private static final class Killed extends Error {}
}
