package com.gmservices.requests;

import java.time.LocalDate;
import java.util.function.Function;

/**
 * One of the types of service of a line. The record of details is what the customer fills in: its components and their
 * constraints are the form, the JSON Schema and the API's form alike. Names come from the line's message bundle:
 * {@code service-type.<code>.name} and {@code .description}; a component's label, help and choices are
 * {@code details.<code>.<component>}, {@code details.<code>.<component>.help} and
 * {@code details.<code>.<component>.<choice>}.
 *
 * @param code snake_case, stable: {@code roadside_assistance}
 * @param example details that are accepted as they stand on the day given
 */
public record ServiceType(
        String code, Class<? extends Record> details, Function<LocalDate, ? extends Record> example) {}
