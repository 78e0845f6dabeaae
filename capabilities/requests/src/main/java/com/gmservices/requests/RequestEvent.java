package com.gmservices.requests;

import com.gmservices.events.LoggedEvent;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a request. */
public sealed interface RequestEvent extends LoggedEvent {

    RequestId request();

    String reference();

    MemberId customer();

    @Override
    default UUID aggregate() {
        return request().value();
    }

    /** @param byStaff whether staff wrote it down for the customer */
    record RequestCreated(
            TenantId tenant,
            RequestId request,
            int revision,
            String reference,
            MemberId customer,
            String serviceType,
            boolean byStaff)
            implements RequestEvent {}

    /** @param by null when time moved it */
    record RequestMoved(
            TenantId tenant,
            RequestId request,
            int revision,
            String reference,
            MemberId customer,
            Move move,
            RequestStatus from,
            RequestStatus to,
            @Nullable MemberId by,
            @Nullable ProviderId provider)
            implements RequestEvent {}
}
