package com.gmservices.tenancy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says who may call a page or an API operation: one of the constants here, or a permission such as
 * {@code quote:requests}, which only a member of the current tenant can have. On a method, or on the controller for
 * all its methods. A route without it does not start.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Allow {

    /** Anybody, with or without a tenant. */
    String EVERYONE = "everyone";

    /** Anybody who looks at a tenant. */
    String VISITORS = "visitors";

    /** Whoever has signed in, with or without a tenant. */
    String SIGNED_IN = "signed-in";

    /** Members of the current tenant, whatever their role. */
    String MEMBERS = "members";

    /** The platform's operators. */
    String OPERATOR = "operator";

    String value();
}
