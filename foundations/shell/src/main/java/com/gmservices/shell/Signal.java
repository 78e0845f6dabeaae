package com.gmservices.shell;

import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.MemberId;
import java.util.Set;
import java.util.UUID;

/**
 * What open pages are told: that something changed, never how. Whoever hears it asks again, with their own rights.
 *
 * @param kind what the page's {@code data-live} names: {@code request}
 * @param permission with which everybody hears it
 * @param members who hear it without
 */
public record Signal(String kind, UUID subject, String permission, Set<MemberId> members) {

    public Signal {
        members = Set.copyOf(members);
    }

    boolean isFor(CurrentMember member) {
        return member.may(permission) || members.contains(member.id());
    }

    @Override
    public String toString() {
        return kind + " " + subject;
    }
}
