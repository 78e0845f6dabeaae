/**
 * Money on its way from a payer to a business: payments, their attempts, the gateways behind one port, and what to do
 * when a gateway is silent. Knows what is due only through {@link com.gmservices.payments.Payable}.
 */
@ApplicationModule(
        allowedDependencies = {
            "money",
            "database",
            "tenancy",
            "events",
            "audit",
            "vault",
            "outbound",
            "identity",
            "gateway",
            "shell",
            "documents",
            "notifications",
            "webhooks",
            "billing"
        })
@NullMarked
package com.gmservices.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
