/**
 * What tenants' own systems are told: each event of the log that implements {@link com.gmservices.webhooks.WebhookEvent}
 * goes to the endpoints that want its type, signed as Standard Webhooks say. Knows nothing of what the events mean.
 *
 * <p>A message, what has become of it at each endpoint and each try are tables of their own; what is on its way stands
 * in one small table that every process takes due rows from, so many of each endpoint as the endpoint has shown to
 * bear. That work is the platform's, across tenants, and is done in its role. A suspended tenant is told nothing; what
 * is on its way waits and goes out when the tenant is resumed.
 */
@ApplicationModule(
        allowedDependencies = {
            "money",
            "database",
            "outbound",
            "tenancy",
            "vault",
            "events",
            "audit",
            "identity",
            "gateway",
            "shell",
            "notifications"
        })
@NullMarked
package com.gmservices.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
