/**
 * The service desk: a business offers, a customer asks, staff answer and see it through. Knows nothing of cars, rooms
 * or loans: what a request is about comes from a {@link com.gmservices.requests.ServiceLine}.
 */
@ApplicationModule(
        allowedDependencies = {
            "money",
            "database",
            "tenancy",
            "vault",
            "events",
            "identity",
            "portability",
            "gateway",
            "shell",
            "documents",
            "notifications",
            "webhooks",
            "billing",
            "payments"
        })
@NullMarked
package com.gmservices.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
