package com.gmservices.gateway;

import com.gmservices.tenancy.Refusal.FieldError;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/**
 * Says where a body cannot be read, without repeating what stands there or how we are built. A text that is no zone,
 * currency or choice of a list is a value that does not fit; anything else is not the form that we asked for.
 */
final class MalformedBody {

    private static final String WRONG_TYPE = "This value is missing or has the wrong type";

    private MalformedBody() {}

    static Failure of(HttpMessageNotReadableException unreadable) {
        return switch (unreadable.getCause()) {
            case UnrecognizedPropertyException unknown ->
                malformed(unknown, "There is no field %s here".formatted(unknown.getPropertyName()));
            case ValueInstantiationException refused -> refused(refused);
            case InvalidFormatException wrong -> wrongForm(wrong);
            case DatabindException wrong -> malformed(wrong, WRONG_TYPE);
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

    /** What our own records say of a value is meant for people; what the JDK says is not. */
    private static Failure refused(ValueInstantiationException refused) {
        if (refused.getType().isEnumType()) {
            return unfit(refused, choices(refused.getType().getRawClass()));
        }
        return refused.getCause() instanceof IllegalArgumentException ours && isOurs(ours)
                ? unfit(refused, String.valueOf(ours.getMessage()))
                : malformed(refused, WRONG_TYPE);
    }

    private static boolean isOurs(IllegalArgumentException cause) {
        return cause.getStackTrace().length > 0
                && cause.getStackTrace()[0].getClassName().startsWith("com.gmservices.");
    }

    /** Words where a number or a yes or no was asked for are not of the form at all. */
    private static Failure wrongForm(InvalidFormatException wrong) {
        Class<?> target = wrong.getTargetType();
        if (!(wrong.getValue() instanceof String)
                || target == null
                || target.isPrimitive()
                || target == Boolean.class
                || Number.class.isAssignableFrom(target)) {
            return malformed(wrong, WRONG_TYPE);
        }
        return unfit(wrong, target.isEnum() ? choices(target) : "This value does not fit here");
    }

    private static String choices(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(choice -> ((Enum<?>) choice).name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ", "Choose one of ", ""));
    }

    private static Failure malformed(DatabindException wrong, String detail) {
        return Failure.of(HttpStatus.BAD_REQUEST, "malformed", detail, new FieldError(pointer(wrong), detail));
    }

    private static Failure unfit(DatabindException wrong, String detail) {
        return Failure.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", detail, new FieldError(pointer(wrong), detail));
    }

    private static String pointer(DatabindException wrong) {
        return wrong.getPath().stream()
                .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                .collect(Collectors.joining());
    }
}
