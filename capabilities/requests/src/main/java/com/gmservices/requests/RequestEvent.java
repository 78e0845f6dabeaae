package com.gmservices.requests;

import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.TenantId;
import com.gmservices.webhooks.WebhookEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a request. */
public sealed interface RequestEvent extends WebhookEvent {

    RequestId request();

    String reference();

    MemberId customer();

    String serviceType();

    Instant at();

    @Override
    default UUID aggregate() {
        return request().value();
    }

    @Override
    default Map<String, ?> webhookData() {
        var data = new LinkedHashMap<String, Object>();
        data.put("id", request());
        data.put("reference", reference());
        data.put("service_type", serviceType());
        data.put("customer_id", customer());
        data.put("revision", revision());
        data.put("at", at());
        return data;
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
            implements RequestEvent {

        @Override
        public String webhookType() {
            return "service_request.created";
        }

        @Override
        public Map<String, ?> webhookData() {
            var data = new LinkedHashMap<String, Object>(RequestEvent.super.webhookData());
            data.put("status", RequestStatus.PENDING);
            data.put("created_by_staff", byStaff);
            return data;
        }
    }

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
            implements RequestEvent {

        @Override
        public String webhookType() {
            return "service_request."
                    + switch (move) {
                        case QUOTE -> "quoted";
                        case ACCEPT -> "accepted";
                        case DECLINE -> "declined";
                        case ASSIGN -> "assigned";
                        case SCHEDULE -> "scheduled";
                        case START -> "started";
                        case HOLD -> "held";
                        case RESUME -> "resumed";
                        case COMPLETE -> "completed";
                        case CANCEL -> "cancelled";
                        case REVIEW -> "reviewed";
                        case EXPIRE -> "quote_expired";
                    };
        }

        @Override
        public Map<String, ?> webhookData() {
            var data = new LinkedHashMap<String, Object>(RequestEvent.super.webhookData());
            data.put("status", to);
            data.put("previous_status", from);
            if (provider != null) {
                data.put("provider_id", provider);
            }
            if (stars != null) {
                data.put("rating", stars);
            }
            return data;
        }
    }

    /** @param openSeconds for how long the site was open between question and answer */
    record FirstAnswer(long openSeconds, boolean inTime) {}
}
