/** Amounts, rates and how they are rounded and written. Knows nothing of who pays whom. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package com.gmservices.money;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
