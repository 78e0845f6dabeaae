package com.gmservices.payments.dispute;

import com.gmservices.audit.Act;
import com.gmservices.audit.Recorded;
import com.gmservices.money.Money;
import com.gmservices.tenancy.TenantId;
import com.gmservices.webhooks.WebhookEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What happened to a dispute. Published in the transaction that wrote it. */
sealed interface DisputeEvent extends WebhookEvent {

    DisputeId dispute();

    UUID payment();

    Money amount();

    DisputeStage stage();

    Instant at();

    @Override
    default UUID aggregate() {
        return dispute().value();
    }

    @Override
    default String webhookType() {
        return "dispute."
                + switch (this) {
                    case DisputeOpened _ -> "opened";
                    case DisputeAnswered _ -> "answered";
                    case DisputeAccepted _ -> "accepted";
                    case DisputeDecided _ -> "decided";
                };
    }

    @Override
    default Map<String, ?> webhookData() {
        var data = new LinkedHashMap<String, Object>();
        data.put("id", dispute());
        data.put("payment_id", payment());
        data.put("amount", amount());
        data.put("stage", stage());
        data.put("revision", revision());
        data.put("at", at());
        return data;
    }

    /** The constructor that all of them share. */
    interface Telling<E extends DisputeEvent> {

        E event(
                TenantId tenant,
                DisputeId dispute,
                int revision,
                UUID payment,
                Money amount,
                DisputeStage stage,
                Instant at);
    }

    /** The gateway has taken the money back until it is decided. */
    record DisputeOpened(
            TenantId tenant,
            DisputeId dispute,
            int revision,
            UUID payment,
            Money amount,
            DisputeStage stage,
            Instant at)
            implements DisputeEvent {}

    /** Staff contest it; the gateway is about to be told. */
    record DisputeAnswered(
            TenantId tenant,
            DisputeId dispute,
            int revision,
            UUID payment,
            Money amount,
            DisputeStage stage,
            Instant at)
            implements DisputeEvent, Recorded {

        @Override
        public Act act() {
            return Act.of("dispute.answered", "dispute", dispute).to(Map.of("amount", amount, "payment", payment));
        }
    }

    /** Staff let the payer have the money; the gateway is about to be told. */
    record DisputeAccepted(
            TenantId tenant,
            DisputeId dispute,
            int revision,
            UUID payment,
            Money amount,
            DisputeStage stage,
            Instant at)
            implements DisputeEvent, Recorded {

        @Override
        public Act act() {
            return Act.of("dispute.accepted", "dispute", dispute).to(Map.of("amount", amount, "payment", payment));
        }
    }

    record DisputeDecided(
            TenantId tenant,
            DisputeId dispute,
            int revision,
            UUID payment,
            Money amount,
            DisputeStage stage,
            Instant at)
            implements DisputeEvent {}
}
