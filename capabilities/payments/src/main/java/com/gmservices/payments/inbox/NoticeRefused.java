package com.gmservices.payments.inbox;

import com.gmservices.audit.Act;
import com.gmservices.audit.Recorded;
import com.gmservices.tenancy.TenantId;
import java.util.Map;
import java.util.UUID;

/** Somebody has sent a notice that is not the gateway's. */
record NoticeRefused(TenantId tenant, UUID notice, String gateway, String why) implements Recorded {

    @Override
    public Act act() {
        return Act.of("gateway-notice.refused", "gateway-notice", notice).to(Map.of("gateway", gateway, "why", why));
    }
}
