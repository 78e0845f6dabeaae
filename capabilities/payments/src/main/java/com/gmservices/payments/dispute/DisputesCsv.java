package com.gmservices.payments.dispute;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.payments.dispute.DisputedCharges.Paid;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CsvFile;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.StepUp;
import com.gmservices.tenancy.Tenants;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** All disputes of the business, the newest first, for spreadsheets. */
@Controller
class DisputesCsv {

    private static final List<String> COLUMNS = List.of(
            "reference", "payer", "stage", "reason", "gateway", "opened", "due", "decided", "amount", "currency");

    private final Disputes disputes;
    private final DisputedCharges charges;
    private final Members members;
    private final Tenants tenants;
    private final MessageSource messages;
    private final Clock clock;

    DisputesCsv(
            Disputes disputes,
            DisputedCharges charges,
            Members members,
            Tenants tenants,
            MessageSource messages,
            Clock clock) {
        this.disputes = disputes;
        this.charges = charges;
        this.members = members;
        this.tenants = tenants;
        this.messages = messages;
        this.clock = clock;
    }

    private record Named(
            Dispute dispute, Paid paid, @Nullable String payer) {}

    @GetMapping("/disputes.csv")
    @Allow("export:payments")
    @StepUp
    void send(CurrentMember admin, Locale locale, HttpServletResponse response) throws IOException {
        CsvFile.<Named>send(
                response,
                tenants.current(),
                clock.instant(),
                "disputes",
                COLUMNS.stream()
                        .map(column -> say("disputes.csv." + column, locale))
                        .toList(),
                cursor -> page(admin, cursor),
                (row, named) -> write(row, named, locale));
    }

    private Page<Named> page(CurrentMember admin, Cursor cursor) {
        Page<Dispute> page = disputes.list(admin, null, cursor, Page.MAX_LIMIT);
        Map<UUID, Paid> payments =
                charges.payments(page.data().stream().map(Dispute::payment).collect(Collectors.toSet()));
        Map<MemberId, Member> payers =
                members.findAll(payments.values().stream().map(Paid::payer).collect(Collectors.toSet()));
        return page.map(dispute -> {
            Paid paid = Objects.requireNonNull(payments.get(dispute.payment()));
            Member payer = payers.get(paid.payer());
            return new Named(dispute, paid, payer == null ? null : payer.name());
        });
    }

    private void write(CsvFile.Row row, Named named, Locale locale) {
        Dispute dispute = named.dispute;
        String general = say("disputes.reason.general", locale);
        row.text(named.paid.reference())
                .text(named.payer)
                .text(say("disputes.stage." + dispute.stage().code(), locale))
                .text(messages.getMessage("disputes.reason." + dispute.reason(), null, general, locale))
                .text(dispute.gateway())
                .time(dispute.openedAt())
                .time(dispute.dueBy())
                .time(dispute.decidedAt())
                .money(dispute.amount())
                .text(dispute.amount().currency().getCurrencyCode());
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
