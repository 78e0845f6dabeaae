/**
 * Two businesses for whoever tries the platform: told from files, played through the front doors as their people would
 * have done it over the past weeks. Never in production.
 */
@ApplicationModule(
        allowedDependencies = {"money", "database", "tenancy", "identity", "notifications", "payments", "requests"})
@NullMarked
package com.gmservices.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
