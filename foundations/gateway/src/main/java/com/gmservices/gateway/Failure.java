package com.gmservices.gateway;

import com.gmservices.tenancy.Refusal;
import com.gmservices.tenancy.Refusal.FieldError;
import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** What went wrong, in the terms of RFC 9457: the one place where exceptions become HTTP. */
record Failure(
        HttpStatusCode status,
        String title,
        String code,
        String detail,
        List<FieldError> errors,
        HttpHeaders headers,
        Map<String, Object> more) {

    private static final String UNEXPECTED = "Something went wrong on our side. Nothing was lost; try again.";

    private static final String HOW_TO_SIGN_IN =
            "Sign in at POST /api/v1/auth/login and send the token as Authorization: Bearer …";

    private static final Set<String> UNSTORABLE = Set.of("22021", "22P05");

    Failure(
            HttpStatusCode status,
            String title,
            String code,
            String detail,
            List<FieldError> errors,
            HttpHeaders headers) {
        this(status, title, code, detail, errors, headers, Map.of());
    }

    static Failure of(Exception exception) {
        return switch (exception) {
            case Exception _ when DatabaseAway.isBehind(exception) -> away();
            case Refusal refusal -> refused(refusal);
            case BadCredentialsException wrong ->
                unauthenticated("wrong-credentials", String.valueOf(wrong.getMessage()));
            case AuthenticationException _ -> unauthenticated("unauthenticated", HOW_TO_SIGN_IN);
            case AccessDeniedException _ -> of(HttpStatus.FORBIDDEN, "forbidden", "You may not do this");
            case BodyLimit.ContentTooLarge _ ->
                of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "A body has at most 1,048,576 bytes");
            case MaxUploadSizeExceededException _ ->
                of(HttpStatus.CONTENT_TOO_LARGE, "too-large", "This is larger than the files that are taken");
            case MultipartException _ ->
                of(HttpStatus.BAD_REQUEST, "malformed", "The files could not be read: send them again");
            case MethodArgumentNotValidException unreadable
            when unreadable.getFieldErrors().stream().anyMatch(error -> error.isBindingFailure()) ->
                of(
                        HttpStatus.BAD_REQUEST,
                        "malformed",
                        "%s has the wrong form"
                                .formatted(
                                        unreadable.getFieldErrors().getFirst().getField()));
            case MethodArgumentNotValidException invalid -> invalid(InvalidValues.of(invalid));
            case HandlerMethodValidationException invalid -> invalid(InvalidValues.of(invalid));
            case ConstraintViolationException invalid -> invalid(InvalidValues.of(invalid));
            case HttpMessageNotReadableException unreadable -> MalformedBody.of(unreadable);
            case MissingRequestHeaderException missing -> missing(missing);
            case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
            case TypeMismatchException _ -> of(HttpStatus.BAD_REQUEST, "malformed", "A value has the wrong form");
            case DataAccessException unstorable
            when isUnstorable(unstorable) ->
                of(HttpStatus.BAD_REQUEST, "malformed", "A text holds a character that cannot be kept");
            case ConcurrencyFailureException _ ->
                of(HttpStatus.CONFLICT, "changed-meanwhile", "Somebody else was quicker: look again");
            case ErrorResponse known -> known(known);
            default -> of(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", UNEXPECTED);
        };
    }

    /** Asked for again with the same key, what was done is not done twice. */
    private static Failure away() {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Outage.AGAIN_AFTER_SECONDS);
        return new Failure(
                HttpStatus.SERVICE_UNAVAILABLE,
                HttpStatus.SERVICE_UNAVAILABLE.getReasonPhrase(),
                "service-unavailable",
                "Our data cannot be reached at the moment. Whether this was done is not known: ask again in a moment, "
                        + "with the same Idempotency-Key if there was one.",
                List.of(),
                headers);
    }

    /** The character NUL, which PostgreSQL keeps neither in text (22021) nor in JSON (22P05), wherever it came in. */
    private static boolean isUnstorable(DataAccessException exception) {
        return exception.getMostSpecificCause() instanceof SQLException refused
                && UNSTORABLE.contains(String.valueOf(refused.getSQLState()));
    }

    static Failure of(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        String title = known == null ? "Error" : known.getReasonPhrase();
        String detail = status.is5xxServerError() ? UNEXPECTED : title;
        return new Failure(status, title, codeOf(title), detail, List.of(), HttpHeaders.EMPTY);
    }

    static Failure of(HttpStatus status, String code, String detail, FieldError... errors) {
        return new Failure(status, status.getReasonPhrase(), code, detail, List.of(errors), HttpHeaders.EMPTY);
    }

    boolean isBug() {
        return status.value() == 500;
    }

    private static Failure refused(Refusal refusal) {
        HttpStatus status = switch (refusal.category()) {
            case MALFORMED -> HttpStatus.BAD_REQUEST;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case MISSING -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case STALE -> HttpStatus.PRECONDITION_FAILED;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        return new Failure(
                status,
                status.getReasonPhrase(),
                refusal.code(),
                refusal.getMessage() == null ? "" : refusal.getMessage(),
                refusal.errors(),
                HttpHeaders.EMPTY);
    }

    private static Failure unauthenticated(String code, String detail) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return new Failure(HttpStatus.UNAUTHORIZED, "Authentication required", code, detail, List.of(), headers);
    }

    private static Failure invalid(List<FieldError> errors) {
        String detail =
                errors.isEmpty() ? "A value does not fit" : errors.getFirst().detail();
        return new Failure(
                HttpStatus.UNPROCESSABLE_CONTENT,
                HttpStatus.UNPROCESSABLE_CONTENT.getReasonPhrase(),
                "invalid",
                detail,
                errors,
                HttpHeaders.EMPTY);
    }

    private static Failure missing(MissingRequestHeaderException missing) {
        return switch (missing.getHeaderName()) {
            case HttpHeaders.IF_MATCH ->
                of(
                        HttpStatus.PRECONDITION_REQUIRED,
                        "if-match-required",
                        "Send the ETag of the version that you have seen as If-Match");
            case "Idempotency-Key" ->
                of(
                        HttpStatus.BAD_REQUEST,
                        "idempotency-key-required",
                        "Send an Idempotency-Key of your own making, such as a UUID; a retry carries the same one");
            default ->
                of(HttpStatus.BAD_REQUEST, "malformed", "The header %s is missing".formatted(missing.getHeaderName()));
        };
    }

    /** A path that cannot be an id leads nowhere; a parameter that cannot be read is the caller's mistake. */
    private static Failure mismatch(MethodArgumentTypeMismatchException mismatch) {
        return mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                ? of(HttpStatus.NOT_FOUND, "not-found", "There is nothing here")
                : of(HttpStatus.BAD_REQUEST, "malformed", "%s has the wrong form".formatted(mismatch.getName()));
    }

    static String title(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> "Authentication required";
            case TOO_MANY_REQUESTS -> "Rate limit exceeded";
            default -> status.getReasonPhrase();
        };
    }

    private static Failure known(ErrorResponse known) {
        HttpStatus status = HttpStatus.resolve(known.getStatusCode().value());
        String title = status == null ? "Error" : title(status);
        String detail = known.getBody().getDetail();
        var more = new TreeMap<>(Objects.requireNonNullElse(known.getBody().getProperties(), Map.of()));
        return new Failure(
                known.getStatusCode(),
                title,
                more.remove("code") instanceof String code ? code : codeOf(title),
                detail == null ? title : detail,
                List.of(),
                known.getHeaders(),
                more);
    }

    private static String codeOf(String title) {
        return title.equals(HttpStatus.BAD_REQUEST.getReasonPhrase())
                ? "malformed"
                : title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    }
}
