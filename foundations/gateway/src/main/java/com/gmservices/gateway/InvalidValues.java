package com.gmservices.gateway;

import com.gmservices.tenancy.Refusal.FieldError;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Bean Validation's complaints as JSON pointers (RFC 6901) into the body, in the body's own spelling. */
final class InvalidValues {

    private InvalidValues() {}

    static List<FieldError> of(MethodArgumentNotValidException invalid) {
        return invalid.getAllErrors().stream().map(InvalidValues::ofObject).toList();
    }

    static List<FieldError> of(HandlerMethodValidationException invalid) {
        return invalid.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> error instanceof ObjectError object
                                ? ofObject(object)
                                : new FieldError(
                                        "/"
                                                + snake(String.valueOf(result.getMethodParameter()
                                                        .getParameterName())),
                                        words(error.getDefaultMessage()))))
                .toList();
    }

    static List<FieldError> of(ConstraintViolationException invalid) {
        return invalid.getConstraintViolations().stream()
                .map(violation ->
                        new FieldError(pointer(violation.getPropertyPath().toString()), violation.getMessage()))
                .toList();
    }

    /** {@code lines[0].unitAmount} becomes {@code /lines/0/unit_amount}; an element itself is {@code <list element>}. */
    static String pointer(String path) {
        String steps = path.replaceAll("\\[(\\d+)]", ".$1").replaceAll("\\.<[^>]*>", "");
        return "/" + snake(steps.replace('.', '/'));
    }

    private static FieldError ofObject(ObjectError error) {
        String path = error instanceof org.springframework.validation.FieldError field ? field.getField() : "";
        return new FieldError(path.isEmpty() ? "" : pointer(path), words(error.getDefaultMessage()));
    }

    private static String words(@Nullable String message) {
        return message == null ? "does not fit" : message;
    }

    private static String snake(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
