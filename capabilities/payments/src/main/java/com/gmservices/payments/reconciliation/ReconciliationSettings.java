package com.gmservices.payments.reconciliation;

import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param overlap as many days are asked for once more each time, for gateways book late
 * @param patience for as many days what we have moved may be missing in a gateway's account
 * @param firstDays at most as far back goes the first time
 * @param hour of the business's clock from which on the day before is asked for
 */
@ConfigurationProperties("gm.payments.reconciliation")
record ReconciliationSettings(
        @DefaultValue("3") int overlap,
        @DefaultValue("5") int patience,
        @DefaultValue("30") int firstDays,
        @DefaultValue("4") int hour) {

    /** Until a day is reconciled nobody knows whether what was moved later than this is missing. */
    LocalDate missedBy(LocalDate reconciled) {
        return reconciled.minusDays(patience);
    }
}
