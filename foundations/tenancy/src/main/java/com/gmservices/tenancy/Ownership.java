package com.gmservices.tenancy;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose a business is: always one administrator's, who signs in and whose role lasts. The owner alone can close it, and
 * can go only after handing it over.
 */
@Service
@Transactional
public class Ownership {

    private final MemberRows rows;
    private final Members members;
    private final ApplicationEventPublisher events;

    Ownership(MemberRows rows, Members members, ApplicationEventPublisher events) {
        this.rows = rows;
        this.members = members;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public boolean isOf(CurrentMember member) {
        return members.find(member.id()).filter(Member::owner).isPresent();
    }

    public static boolean fits(Member heir) {
        return heir.isLastingAdministrator() && heir.identity() != null;
    }

    /** The owner stays an administrator beside the new one; handing over to oneself changes nothing. */
    public Member handOver(CurrentMember owner, MemberId to) {
        owner.require("update:members");
        Member heir = members.find(to).orElseThrow(() -> new TenancyRefused.NotFound("member"));
        // Locked, so that of two who hand over, go or lose their role at once one waits for the other.
        List<Member> administrators = rows.lockedAdministrators(owner.tenant());
        if (administrators.stream().noneMatch(one -> one.owner() && one.id().equals(owner.id()))) {
            throw new TenancyRefused.OwnerOnly();
        }
        if (heir.id().equals(owner.id())) {
            return heir;
        }
        if (administrators.stream().noneMatch(one -> one.id().equals(to) && fits(one))) {
            throw new TenancyRefused.UnfitOwner();
        }
        rows.setOwner(owner.tenant(), owner.id(), false);
        rows.setOwner(owner.tenant(), to, true);
        members.forget();
        events.publishEvent(new TenancyEvent.OwnerChanged(owner.tenant(), owner.id(), to));
        return members.find(to).orElseThrow();
    }
}
