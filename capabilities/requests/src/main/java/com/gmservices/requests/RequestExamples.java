package com.gmservices.requests;

import com.gmservices.requests.RequestEvent.RequestCreated;
import com.gmservices.requests.RequestEvent.RequestMoved;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.TenantId;
import com.gmservices.webhooks.WebhookEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One event of each kind, for those who write receivers. */
final class RequestExamples {

    private static final TenantId TENANT = new TenantId(id("0198f3a2-0000-7c41-9d3a-1f2e3d4c5b6a"));
    private static final RequestId REQUEST = new RequestId(id("0198f3a2-6d5e-7c41-9d3a-1f2e3d4c5b6a"));
    private static final MemberId CUSTOMER = new MemberId(id("0198f3a2-1111-7c41-9d3a-1f2e3d4c5b6a"));
    private static final ProviderId PROVIDER = new ProviderId(id("0198f3a2-2222-7c41-9d3a-1f2e3d4c5b6a"));
    private static final Instant AT = Instant.parse("2026-03-02T09:30:00Z");

    private RequestExamples() {}

    static List<WebhookEvent> all() {
        var examples = new ArrayList<WebhookEvent>();
        examples.add(
                new RequestCreated(TENANT, REQUEST, 1, "SR-2026-000123", CUSTOMER, "maintenance_repair", false, AT));
        examples.add(moved(2, Move.QUOTE, RequestStatus.PENDING, RequestStatus.QUOTED, null, null));
        examples.add(moved(3, Move.ACCEPT, RequestStatus.QUOTED, RequestStatus.CONFIRMED, null, null));
        examples.add(moved(3, Move.DECLINE, RequestStatus.QUOTED, RequestStatus.DECLINED, null, null));
        examples.add(moved(3, Move.EXPIRE, RequestStatus.QUOTED, RequestStatus.PENDING, null, null));
        examples.add(moved(4, Move.ASSIGN, RequestStatus.CONFIRMED, RequestStatus.CONFIRMED, PROVIDER, null));
        examples.add(moved(5, Move.SCHEDULE, RequestStatus.CONFIRMED, RequestStatus.CONFIRMED, PROVIDER, null));
        examples.add(moved(6, Move.START, RequestStatus.CONFIRMED, RequestStatus.IN_PROGRESS, PROVIDER, null));
        examples.add(moved(7, Move.HOLD, RequestStatus.IN_PROGRESS, RequestStatus.ON_HOLD, PROVIDER, null));
        examples.add(moved(8, Move.RESUME, RequestStatus.ON_HOLD, RequestStatus.IN_PROGRESS, PROVIDER, null));
        examples.add(moved(9, Move.COMPLETE, RequestStatus.IN_PROGRESS, RequestStatus.COMPLETED, PROVIDER, null));
        examples.add(moved(9, Move.CANCEL, RequestStatus.IN_PROGRESS, RequestStatus.CANCELLED, PROVIDER, null));
        examples.add(moved(10, Move.REVIEW, RequestStatus.COMPLETED, RequestStatus.COMPLETED, PROVIDER, 5));
        return examples;
    }

    private static RequestMoved moved(
            int revision,
            Move move,
            RequestStatus from,
            RequestStatus to,
            @Nullable ProviderId provider,
            @Nullable Integer stars) {
        return new RequestMoved(
                TENANT,
                REQUEST,
                revision,
                "SR-2026-000123",
                CUSTOMER,
                move,
                from,
                to,
                null,
                provider,
                "maintenance_repair",
                null,
                stars,
                AT);
    }

    private static UUID id(String text) {
        return UUID.fromString(text);
    }
}
