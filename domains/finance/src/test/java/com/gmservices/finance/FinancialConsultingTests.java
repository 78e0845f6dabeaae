package com.gmservices.finance;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.finance.FinancialConsulting.Channel;
import com.gmservices.finance.FinancialConsulting.TimeOfDay;
import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class FinancialConsultingTests extends AtTheOfficersDesk {

    @Test
    void aCallNeedsANumber() {
        assertTold(
                talk(null, Channel.PHONE, null, List.of(), List.of()),
                "/details/phone",
                "Enter the phone number that we should call.");
        assertThat(look(talk(null, Channel.VIDEO, null, List.of(), List.of()))).isEmpty();
    }

    @Test
    void aTalkTakesPlaceWhenSomebodyIsThere() {
        String closed = "We are closed at the times that were wished for. Agree on another one.";

        assertRemarked(talk(null, Channel.IN_PERSON, null, List.of(DayOfWeek.SUNDAY), List.of()), closed);
        assertThat(look(talk(null, Channel.IN_PERSON, null, List.of(), List.of(TimeOfDay.EVENING))))
                .isEmpty();
        assertThat(look(talk(
                        null,
                        Channel.IN_PERSON,
                        null,
                        List.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY),
                        List.of(TimeOfDay.MORNING))))
                .isEmpty();
    }
}
