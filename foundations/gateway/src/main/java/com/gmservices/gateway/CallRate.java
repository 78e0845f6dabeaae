package com.gmservices.gateway;

import com.gmservices.tenancy.Plan;

/** How often somebody may call: so many at once, so many a minute afterwards, and so many an hour. */
record CallRate(int burst, int perMinute, int perHour) {

    static CallRate of(Plan plan) {
        return new CallRate(plan.callsBurst(), plan.callsPerMinute(), plan.callsPerHour());
    }
}
