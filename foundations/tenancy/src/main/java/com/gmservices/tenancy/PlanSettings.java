package com.gmservices.tenancy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The standard plan, {@code gm.plan.*} or {@code GM_PLAN_*}. */
@ConfigurationProperties("gm.plan")
record PlanSettings(
        @DefaultValue("Standard") String name,
        @DefaultValue("100") int callsPerMinute,
        @DefaultValue("20") int callsBurst,
        @DefaultValue("1000") int callsPerHour,
        @DefaultValue("5368709120") long storageBytes,
        @DefaultValue("0") int paymentBasisPoints) {

    Plan standard() {
        return new Plan(
                name, callsPerMinute, callsBurst, callsPerHour, storageBytes, null, paymentBasisPoints, null, null);
    }
}
