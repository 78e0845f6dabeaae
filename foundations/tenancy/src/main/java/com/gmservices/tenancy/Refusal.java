package com.gmservices.tenancy;

import java.util.List;

/**
 * The caller wished for something that cannot be had; nothing has changed. Its message is a sentence that a person can
 * act on, its code is stable for programs. Each module has its own, sealed; the gateway turns categories into HTTP.
 */
public abstract class Refusal extends RuntimeException {

    /** Other tenants' things are MISSING, never FORBIDDEN. */
    public enum Category {
        MALFORMED,
        FORBIDDEN,
        MISSING,
        CONFLICT,
        STALE,
        INVALID
    }

    /** What is wrong with one value: a JSON pointer (RFC 6901) to it, such as {@code /details/vin}, and how to mend it. */
    public record FieldError(String pointer, String detail) {}

    private final Category category;
    private final String code;
    private final transient List<FieldError> errors;

    protected Refusal(Category category, String code, String message) {
        this(category, code, message, List.of());
    }

    protected Refusal(Category category, String code, String message, List<FieldError> errors) {
        super(message);
        this.category = category;
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    public Category category() {
        return category;
    }

    public String code() {
        return code;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
