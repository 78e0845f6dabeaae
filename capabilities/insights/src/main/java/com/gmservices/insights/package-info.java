/**
 * What a business wants to see counted, day by day in its own zone. Hears of everything through the events of the
 * modules to its left, in their transactions, and can count all of it again from the log. Knows no domain.
 */
@ApplicationModule(
        allowedDependencies = {
            "money",
            "database",
            "tenancy",
            "events",
            "identity",
            "gateway",
            "shell",
            "payments",
            "requests"
        })
@NullMarked
package com.gmservices.insights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
