package com.gmservices.notifications.board;

import com.gmservices.events.LoggedEvent;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.TenantId;
import java.util.List;
import java.util.UUID;

/** Notices were put up for these members; the aggregate is the first of the notices. */
record MembersTold(TenantId tenant, UUID aggregate, int revision, List<MemberId> members) implements LoggedEvent {

    MembersTold {
        members = List.copyOf(members);
    }
}
