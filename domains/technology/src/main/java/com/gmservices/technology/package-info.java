/**
 * What a firm for information technology does for others: software, advice, hardware, systems kept running. Knows
 * nothing of how any of it is paid for, and keeps no passwords.
 */
@ApplicationModule(allowedDependencies = {"money", "database", "tenancy", "events", "requests", "requests :: line"})
@NullMarked
package com.gmservices.technology;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
