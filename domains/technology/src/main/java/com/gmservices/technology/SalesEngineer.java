package com.gmservices.technology;

import com.gmservices.requests.ServiceLine.Remark;
import com.gmservices.requests.ServiceLine.Wish;
import com.gmservices.requests.line.Findings;
import com.gmservices.technology.HardwareProcurement.Installation;
import com.gmservices.technology.HardwareProcurement.Item;
import com.gmservices.technology.ItConsulting.Meeting;
import com.gmservices.tenancy.Site;
import com.gmservices.tenancy.Tenants;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Asks of a wish what somebody who has to deliver it would ask before anything is promised. */
@Component
class SalesEngineer {

    private static final int SHORTEST_PROJECT_DAYS = 14;
    private static final int USUAL_DELIVERY_DAYS = 5;

    private final TicketTriage triage;
    private final Tenants tenants;
    private final MessageSource messages;
    private final Clock clock;

    SalesEngineer(TicketTriage triage, Tenants tenants, MessageSource messages, Clock clock) {
        this.triage = triage;
        this.tenants = tenants;
        this.messages = messages;
        this.clock = clock;
    }

    List<Remark> look(Wish wish) {
        var findings = new Findings("technology", messages);
        var siteClock = new SiteClock(wish, clock, findings);
        switch ((Brief) wish.details()) {
            case SoftwareDevelopment project -> look(project, siteClock, findings);
            case ItConsulting consulting -> look(consulting, wish.site(), siteClock, findings);
            case HardwareProcurement purchase -> look(purchase, siteClock, findings);
            case SystemMaintenance ticket -> triage.look(ticket, wish.customer(), siteClock, findings);
        }
        return findings.remarks();
    }

    private void look(SoftwareDevelopment project, SiteClock siteClock, Findings findings) {
        if (project.buildsOnWhatIsThere()) {
            findings.require(project.existingSystem(), "existing_system", "existing-system");
        }
        look(project.budget(), findings);
        if (siteClock.fits("deadline", project.deadline())
                && siteClock.isWithin(SHORTEST_PROJECT_DAYS, project.deadline())) {
            findings.remark("deadline");
        }
        if (project.lacksSourceCode()) {
            findings.remark("source-code");
        }
        if (Boolean.TRUE.equals(project.personalData())) {
            findings.remark("personal-data");
        }
    }

    private static void look(ItConsulting consulting, Site site, SiteClock siteClock, Findings findings) {
        if (consulting.meeting() == Meeting.PHONE) {
            findings.require(consulting.phone(), "phone", "phone");
        }
        if (consulting.meeting() == Meeting.AT_THE_CUSTOMER) {
            findings.require(consulting.premises(), "premises", "meeting-place");
        }
        var _ = siteClock.fits("answer_by", consulting.answerBy());
        if (!consulting.days().isEmpty()
                && consulting.days().stream()
                        .allMatch(day -> site.openingHours().on(day).isEmpty())) {
            findings.remark("closed", Written.days(consulting.days(), LocaleContextHolder.getLocale()));
        }
        if (Boolean.TRUE.equals(consulting.confidential())) {
            findings.remark("confidential");
        }
    }

    private void look(HardwareProcurement purchase, SiteClock siteClock, Findings findings) {
        if (purchase.comesToTheCustomer()) {
            findings.require(purchase.deliverTo(), "deliver_to", "deliver-to");
        } else if (purchase.installation() != Installation.NONE) {
            findings.unfit("installation", "installation");
        }
        lookForTwins(purchase.items(), findings);
        look(purchase.budget(), findings);
        if (siteClock.fits("needed_by", purchase.neededBy())
                && siteClock.isWithin(USUAL_DELIVERY_DAYS, purchase.neededBy())) {
            findings.remark("needed-by");
        }
        String unspecified = purchase.items().stream()
                .filter(item -> item.specification() == null)
                .map(Item::name)
                .collect(Collectors.joining(", "));
        if (!unspecified.isEmpty()) {
            findings.remark("specification", unspecified);
        }
    }

    /** Twice the same is a slip of the finger that would be bought and paid for. */
    private static void lookForTwins(List<Item> items, Findings findings) {
        for (int i = 1; i < items.size(); i++) {
            Item item = items.get(i);
            if (items.subList(0, i).stream().anyMatch(item::isSameAs)) {
                findings.unfit("items/" + i + "/name", "twin");
            }
        }
    }

    private void look(@Nullable Budget budget, Findings findings) {
        if (budget == null) {
            return;
        }
        if (budget.isBackwards()) {
            findings.unfit("budget/up_to", "budget");
        }
        var currency = tenants.current().currency();
        if (!budget.fits(currency)) {
            Locale locale = LocaleContextHolder.getLocale();
            findings.unfit("budget/up_to", "minor-units", currency.getDisplayName(locale));
        }
    }
}
