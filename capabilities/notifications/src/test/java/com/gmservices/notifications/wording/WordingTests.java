package com.gmservices.notifications.wording;

import static com.gmservices.notifications.Business.quote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gmservices.notifications.Business;
import com.gmservices.notifications.Channel;
import com.gmservices.notifications.NotificationsRefused;
import com.gmservices.notifications.wording.Phrasebook.Reading;
import com.gmservices.notifications.wording.Wordings.Place;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.Tenants;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
class WordingTests {

    private static final Place QUOTE = new Place("tests.quote", Locale.ENGLISH, Channel.MAIL);

    @Autowired
    Wordings wordings;

    @Autowired
    WordingRows rows;

    @Autowired
    Phrasebook phrasebook;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Tenants tenants;

    @Autowired
    Members members;

    Business garage;
    CurrentMember admin;

    @BeforeEach
    void found() {
        garage = Business.found(tenants, members, "Harbour Garage");
        admin = new CurrentMember(
                garage.id(), MemberId.next(), null, "Boss", Set.of(Role.ADMIN), Set.of("update:notification-texts"));
    }

    @Test
    void aBusinessSaysItInItsOwnWordsVersionByVersion() {
        save(0, "{reference} is priced", "Dear {name}, {business} asks {amount}.");
        save(1, "Priced: {reference}", "Dear {name}: {amount}.");

        assertThat(said(Channel.MAIL, Locale.ENGLISH))
                .isEqualTo(new Phrase("Priced: SR-1", "Dear Ada {reference}: € 40.", "Have a look", 2));
        assertThat(said(Channel.PUSH, Locale.ENGLISH).version()).isNull();
        assertThat(said(Channel.MAIL, Locale.FRENCH).subject()).isEqualTo("Votre devis SR-1 est prêt");
        assertThat(garage.in(() -> wordings.history(admin, QUOTE)))
                .extracting(Wording::version)
                .containsExactly(2, 1);

        garage.in(() -> {
            wordings.restore(admin, QUOTE, 2);
            return true;
        });
        assertThat(said(Channel.MAIL, Locale.ENGLISH).subject()).isEqualTo("Your quote SR-1 is ready");
    }

    @Test
    void whatHasNoValueIsRefusedBesideItsField() {
        assertThatThrownBy(() -> save(0, "{referense}", "Hello {name} {a b} {}"))
                .isInstanceOfSatisfying(
                        NotificationsRefused.Unfit.class,
                        unfit -> assertThat(unfit.errors()).singleElement().satisfies(error -> {
                            assertThat(error.pointer()).isEqualTo("/subject");
                            assertThat(error.detail()).contains("{referense}", "{reference}");
                        }));
        assertThatThrownBy(() -> save(0, "two\r\nBcc: all@example.com", "x"))
                .isInstanceOf(NotificationsRefused.Unfit.class);
        assertThatThrownBy(() -> save(0, "", " ")).isInstanceOf(NotificationsRefused.Unfit.class);
        assertThat(garage.in(() -> wordings.history(admin, QUOTE))).isEmpty();
    }

    /** The module that tells has renamed a value since. */
    @Test
    void wordsThatNameWhatIsNotThereAnyMoreGiveWayToOurs() {
        garage.in(() -> transactions.execute(status -> rows.add(
                garage.id(),
                "tests.quote",
                Locale.ENGLISH,
                Channel.MAIL,
                1,
                "{gone}",
                "x",
                admin.id(),
                Instant.now())));

        assertThat(said(Channel.MAIL, Locale.ENGLISH).subject()).isEqualTo("Your quote SR-1 is ready");
    }

    @Test
    void ofTwoWhoSaveAtOnceOneLooksAgain() {
        save(0, "One", "x");

        assertThatThrownBy(() -> save(0, "Two", "x")).isInstanceOf(NotificationsRefused.ChangedMeanwhile.class);
    }

    @Test
    void anotherBusinessKeepsItsOwn() {
        save(0, "Ours", "x");
        Business hotel = Business.found(tenants, members, "Grand Hotel");

        assertThat(hotel.in(() -> phrasebook
                        .one(
                                hotel.id(),
                                words(),
                                Channel.MAIL,
                                new Reading(Locale.ENGLISH, ZoneOffset.UTC, "Grand Hotel", "Ada"))
                        .subject()))
                .isEqualTo("Your quote SR-1 is ready");
    }

    @Test
    void aPreviewSavesNothing() {
        assertThat(garage.in(() -> wordings.preview(admin, QUOTE, "{reference}", "{business}"))
                        .subject())
                .isEqualTo("SR-2026-000123");
        assertThat(garage.in(() -> wordings.history(admin, QUOTE))).isEmpty();
    }

    private void save(int seen, String subject, String text) {
        garage.in(() -> {
            wordings.save(admin, QUOTE, seen, subject, text);
            return true;
        });
    }

    private Phrase said(Channel channel, Locale language) {
        return garage.in(() -> phrasebook.one(
                garage.id(),
                words(),
                channel,
                new Reading(language, ZoneOffset.UTC, "Harbour Garage", "Ada {reference}")));
    }

    private Words words() {
        return new Words(
                "tests.quote",
                List.copyOf(quote(garage.customer("Ada", null), "q").arguments()));
    }
}
