/**
 * What is owed and what was paid, on paper: invoices, receipts and credit notes, numbered without gaps, never changed.
 * Knows nothing of what was sold, nor of how it is paid: others say so.
 *
 * <p>A number is taken in the transaction that writes its paper, under a lock on the last one, so that a failure leaves
 * no gap. What was wrong is credited. What has been paid stands beside an invoice, as its papers never change.
 */
@ApplicationModule(
        allowedDependencies = {
            "money",
            "database",
            "tenancy",
            "events",
            "audit",
            "identity",
            "gateway",
            "shell",
            "notifications"
        })
@NullMarked
package com.gmservices.billing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
