package com.gmservices.payments.reconciliation;

import com.gmservices.audit.Act;
import com.gmservices.audit.Recorded;
import com.gmservices.payments.reconciliation.Difference.Kind;
import com.gmservices.tenancy.TenantId;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** What an administrator has done about a difference. */
sealed interface ReconciliationEvent extends Recorded {

    record DifferenceResolved(TenantId tenant, UUID difference, Kind kind, String gateway, LocalDate day)
            implements ReconciliationEvent {

        @Override
        public Act act() {
            return Act.of("difference.resolved", "difference", difference)
                    .to(Map.of("kind", kind.code(), "gateway", gateway, "day", day));
        }
    }
}
