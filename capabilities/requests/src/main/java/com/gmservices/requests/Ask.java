package com.gmservices.requests;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a component of a record of details is asked for, where its type and constraints do not say it. Components may be
 * String, Integer, BigDecimal, Boolean, LocalDate, LocalTime (HH:mm), an enum, a list of an enum (boxes to tick), another record (a group
 * of fields) or a list of records (rows). A component that is not marked @NotNull, @NotBlank or @NotEmpty is optional
 * and @Nullable. Enums are written in snake_case in JSON.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Ask {

    /** More than one makes a text area. */
    int lines() default 1;

    /** Stands behind the field: {@code km}. */
    String unit() default "";

    /** An amount in major units of the currency that the offering is priced in, which then stands behind the field. */
    boolean money() default false;

    /** HTML's autocomplete token: {@code tel}, {@code street-address}. */
    String autocomplete() default "";

    /** Typed in capitals, such as a plate. */
    boolean capitals() default false;

    /** A group that most people leave empty: only its name is shown until it is opened. */
    boolean folded() default false;

    /** Is asked anew each time, such as a consent: what was said the last time does not count. */
    boolean anew() default false;
}
