package com.gmservices.technology;

import com.gmservices.requests.ServiceLine.Fact;
import com.gmservices.requests.line.Facts;
import com.gmservices.technology.SystemMaintenance.Window;
import com.gmservices.tenancy.Tenants;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What an engineer, a consultant or a buyer must know before they pick up the phone. */
@Component
class JobSheet {

    private final MessageSource messages;
    private final Tenants tenants;

    JobSheet(MessageSource messages, Tenants tenants) {
        this.messages = messages;
        this.tenants = tenants;
    }

    List<Fact> facts(String type, Brief brief) {
        var facts = new Facts("technology", type, messages);
        var written = new Written(messages, LocaleContextHolder.getLocale());
        switch (brief) {
            case SoftwareDevelopment project -> project(project, facts, written);
            case ItConsulting consulting -> consulting(consulting, facts, written);
            case HardwareProcurement purchase -> purchase(purchase, facts, written);
            case SystemMaintenance ticket -> ticket(ticket, facts, written);
        }
        return facts.list();
    }

    private void project(SoftwareDevelopment project, Facts facts, Written written) {
        facts.choice("kind", project.kind(), project.purpose());
        facts.text("scope", written.glance(project.features()));
        facts.choices("platforms", project.platforms());
        var existing = project.existingSystem();
        facts.text(
                "existing_system",
                existing == null
                        ? null
                        : facts.with(existing.description(), "existing_system.source_code", existing.sourceCode()));
        facts.text("integrations", project.integrations());
        facts.text("stack", project.stack());
        facts.text("budget", budget(project.budget(), written));
        facts.date("deadline", project.deadline());
    }

    private static void consulting(ItConsulting consulting, Facts facts, Written written) {
        facts.choice("topic", consulting.topic());
        facts.text("situation", consulting.situation());
        facts.text("goal", consulting.goal());
        String where = Stream.of(consulting.phone(), address(consulting.premises()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        facts.choice("meeting", consulting.meeting(), where.isEmpty() ? null : where);
        facts.text("days", written.days(consulting.days()));
        facts.choices("time_of_day", consulting.timeOfDay());
        facts.date("answer_by", consulting.answerBy());
        facts.text("people", consulting.people() == null ? null : written.say("people", consulting.people()));
    }

    private void purchase(HardwareProcurement purchase, Facts facts, Written written) {
        facts.text(
                "items",
                written.glance(purchase.items().stream()
                        .map(HardwareProcurement.Item::text)
                        .toList()));
        facts.choice("condition", purchase.condition());
        facts.choice(
                "handover", purchase.handover(), purchase.comesToTheCustomer() ? address(purchase.deliverTo()) : null);
        facts.choice("installation", purchase.installation());
        facts.choice("warranty", purchase.warranty());
        facts.date("needed_by", purchase.neededBy());
        facts.text("budget", budget(purchase.budget(), written));
    }

    private static void ticket(SystemMaintenance ticket, Facts facts, Written written) {
        facts.text(
                "priority", written.say("priority." + ticket.priority().name().toLowerCase(Locale.ROOT)));
        facts.text("system", ticket.system());
        facts.choice("kind", ticket.kind(), ticket.description());
        Integer affected = ticket.affectedUsers();
        facts.choice("impact", ticket.impact(), affected == null ? null : written.say("people", affected));
        facts.choice("urgency", ticket.urgency());
        Window window = ticket.window();
        facts.text(
                "window",
                window == null
                        ? null
                        : written.say("from-to", written.time(window.start()), written.time(window.end())));
        facts.choice("access", ticket.access(), address(ticket.premises()));
    }

    private @Nullable String budget(@Nullable Budget budget, Written written) {
        return budget == null ? null : written.budget(budget, tenants.current().currency());
    }

    private static @Nullable String address(@Nullable Premises premises) {
        return premises == null ? null : premises.text();
    }
}
