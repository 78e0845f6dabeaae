package com.gmservices.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.database.Cursor;
import com.gmservices.notifications.Business;
import com.gmservices.notifications.Channel;
import com.gmservices.notifications.carrier.Outcome.Accepted;
import com.gmservices.notifications.carrier.Outcome.NotTaken;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.Plan;
import com.gmservices.tenancy.Plans;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What text messages may cost. */
class TextCostTests extends OnTheWay {

    @Autowired
    Plans plans;

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
}
