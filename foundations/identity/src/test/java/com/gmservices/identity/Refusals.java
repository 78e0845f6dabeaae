package com.gmservices.identity;

import com.gmservices.tenancy.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Stands in for the gateway's words. */
@RestControllerAdvice
class Refusals {

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(Refusal refusal) {
        HttpStatus status = switch (refusal.category()) {
            case MALFORMED -> HttpStatus.BAD_REQUEST;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case MISSING -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case STALE -> HttpStatus.PRECONDITION_FAILED;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        return ResponseEntity.status(status).body(Map.of("code", refusal.code(), "errors", refusal.errors()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> known(ErrorResponseException e) {
        return ResponseEntity.status(e.getStatusCode())
                .headers(e.getHeaders())
                .body(Objects.requireNonNullElse(e.getBody().getProperties(), Map.of()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unauthenticated(AuthenticationException e) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED).body(Map.of("code", "unauthenticated"));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> denied(AccessDeniedException e) {
        return ResponseEntity.status(HttpStatus.FORBIDDEN).body(Map.of("code", "forbidden"));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> invalid(MethodArgumentNotValidException e) {
        List<String> fields =
                e.getFieldErrors().stream().map(error -> error.getField()).toList();
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                .body(Map.of("code", "invalid", "errors", fields));
    }
}
