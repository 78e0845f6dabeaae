/** The frame around every page: layout, menus, form fragments, error pages. Knows no page's content. */
@ApplicationModule(allowedDependencies = {"money", "database", "tenancy", "events", "identity", "gateway"})
@NullMarked
package com.gmservices.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
