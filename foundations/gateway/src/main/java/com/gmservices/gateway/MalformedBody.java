package com.gmservices.gateway;

import com.gmservices.tenancy.Refusal.FieldError;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says where a body cannot be read, without repeating what stands there or how we are built. */
final class MalformedBody {

    private MalformedBody() {}

    static Failure of(HttpMessageNotReadableException unreadable) {
        return switch (unreadable.getCause()) {
            case UnrecognizedPropertyException unknown ->
                at(unknown, "There is no field %s here".formatted(unknown.getPropertyName()));
            case InvalidFormatException wrong -> at(wrong, "This value has the wrong form");
            case DatabindException wrong -> at(wrong, "This value is missing or has the wrong type");
            case JacksonException broken ->
                Failure.of(
                        HttpStatus.BAD_REQUEST,
                        "malformed",
                        "The body is not JSON: see line %d, column %d"
                                .formatted(
                                        broken.getLocation().getLineNr(),
                                        broken.getLocation().getColumnNr()));
            case null, default -> Failure.of(HttpStatus.BAD_REQUEST, "malformed", "A JSON body is needed here");
        };
    }

    private static Failure at(DatabindException wrong, String detail) {
        String pointer = wrong.getPath().stream()
                .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                .collect(Collectors.joining());
        return Failure.of(HttpStatus.BAD_REQUEST, "malformed", detail, new FieldError(pointer, detail));
    }
}
