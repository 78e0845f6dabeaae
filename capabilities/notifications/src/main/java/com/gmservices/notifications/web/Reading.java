package com.gmservices.notifications.web;

import com.gmservices.notifications.Channel;
import com.gmservices.notifications.board.Told;
import com.gmservices.notifications.preference.Readers;
import com.gmservices.notifications.preference.Readers.Reader;
import com.gmservices.notifications.wording.Phrase;
import com.gmservices.notifications.wording.Phrasebook;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Tenants;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says what members were told in the language and by the clock of whoever looks. */
@Component
class Reading {

    private final Phrasebook phrasebook;
    private final Readers readers;
    private final Tenants tenants;

    Reading(Phrasebook phrasebook, Readers readers, Tenants tenants) {
        this.phrasebook = phrasebook;
        this.readers = readers;
        this.tenants = tenants;
    }

    Locale languageOf(CurrentMember member) {
        return readers.find(member.identity())
                .languageOr(readers.house(member.tenant()).language());
    }

    ZoneId zoneOf(CurrentMember member) {
        return readers.find(member.identity()).zoneOr(tenants.current().timeZone());
    }

    List<Phrase> phrases(List<Told> told, CurrentMember member) {
        Reader reader = readers.find(member.identity());
        return phrasebook.all(
                member.tenant(),
                told.stream().map(Told::words).toList(),
                Channel.PAGE,
                new Phrasebook.Reading(
                        reader.languageOr(readers.house(member.tenant()).language()),
                        reader.zoneOr(tenants.current().timeZone()),
                        tenants.current().name(),
                        member.name()));
    }
}
