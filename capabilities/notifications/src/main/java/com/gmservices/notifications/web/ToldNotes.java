package com.gmservices.notifications.web;

import com.gmservices.notifications.preference.Suppressions;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberNotes;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Beside a person: which of their addresses nothing is sent to any more, and the way to what they were told. */
@Component
class ToldNotes implements MemberNotes {

    private final Suppressions suppressions;

    ToldNotes(Suppressions suppressions) {
        this.suppressions = suppressions;
    }

    @Override
    public List<Note> of(CurrentMember staff, Member member) {
        if (!staff.may("read:notification-log")) {
            return List.of();
        }
        String path = "/notifications/log?member=" + member.id();
        return Stream.concat(
                        suppressions.of(member).stream()
                                .map(it -> new Note("notifications.log.blocked", List.of(it.address()), path, true)),
                        Stream.of(new Note("notifications.log.note", List.of(), path, false)))
                .toList();
    }
}
