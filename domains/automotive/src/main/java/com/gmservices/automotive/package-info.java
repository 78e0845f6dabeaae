/** Cars in a garage's hands: maintenance and repair, inspection and registration, parts, roadside assistance. */
@ApplicationModule(allowedDependencies = {"money", "database", "tenancy", "events", "requests", "requests :: line"})
@NullMarked
package com.gmservices.automotive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
