/** A house and its guests: stays, functions, catering, and what a guest needs in between. Knows no room by its number. */
@ApplicationModule(allowedDependencies = {"money", "database", "tenancy", "events", "requests", "requests :: line"})
@NullMarked
package com.gmservices.hospitality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
