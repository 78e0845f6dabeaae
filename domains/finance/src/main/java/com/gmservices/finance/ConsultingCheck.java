package com.gmservices.finance;

import com.gmservices.finance.FinancialConsulting.Channel;
import com.gmservices.finance.FinancialConsulting.TimeOfDay;
import com.gmservices.requests.ServiceLine.Wish;
import com.gmservices.requests.line.Findings;
import com.gmservices.tenancy.OpeningHours;
import java.time.DayOfWeek;
import java.util.List;

/** Can the talk take place as it is wished for? */
final class ConsultingCheck {

    private ConsultingCheck() {}

    static void look(FinancialConsulting talk, Wish wish, Findings findings) {
        Answers.holdNoBankNumber("question", talk.question(), findings);
        Answers.holdNoBankNumber("situation", talk.situation(), findings);
        new Figures(wish.currency(), findings).look("amount", talk.amount());
        if (talk.channel() == Channel.PHONE) {
            findings.require(talk.phone(), "phone", "phone");
        }
        if (!isEverOpen(talk, wish.site().openingHours())) {
            findings.remark("closed");
        }
    }

    /** Nothing ticked is any day or any time; a site without hours is taken as always open. */
    private static boolean isEverOpen(FinancialConsulting talk, OpeningHours hours) {
        List<DayOfWeek> days = talk.days().isEmpty() ? List.of(DayOfWeek.values()) : talk.days();
        List<TimeOfDay> times = talk.times().isEmpty() ? List.of(TimeOfDay.values()) : talk.times();
        return hours.week().values().stream().allMatch(List::isEmpty)
                || days.stream()
                        .flatMap(day -> hours.on(day).stream())
                        .anyMatch(open -> times.stream().anyMatch(time -> time.isWithin(open)));
    }
}
