package com.gmservices.requests;

import com.gmservices.events.LoggedEvent;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a request. */
public sealed interface RequestEvent extends LoggedEvent {

    RequestId request();

    String reference();

    MemberId customer();

    String serviceType();

    Instant at();

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
            boolean byStaff,
            Instant at)
            implements RequestEvent {}

    /**
     * @param by null when time moved it
     * @param answer set by the move that is the first answer of staff
     * @param stars set by a review
     */
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
            @Nullable ProviderId provider,
            String serviceType,
            @Nullable FirstAnswer answer,
            @Nullable Integer stars,
            Instant at)
            implements RequestEvent {}

    /** @param openSeconds for how long the site was open between question and answer */
    record FirstAnswer(long openSeconds, boolean inTime) {}
}
