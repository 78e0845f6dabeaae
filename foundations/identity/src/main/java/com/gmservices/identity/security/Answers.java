package com.gmservices.identity.security;

import com.gmservices.tenancy.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Filters refuse in the same words as controllers: whoever words a controller's refusal words theirs too. */
final class Answers {

    private final HandlerExceptionResolver resolver;

    Answers(HandlerExceptionResolver resolver) {
        this.resolver = resolver;
    }

    void unauthenticated(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        answer(request, response, why, HttpStatus.UNAUTHORIZED);
    }

    void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        answer(request, response, why, HttpStatus.FORBIDDEN);
    }

    void refused(HttpServletRequest request, HttpServletResponse response, Refusal why) throws IOException {
        var status = switch (why.category()) {
            case MALFORMED -> HttpStatus.BAD_REQUEST;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case MISSING -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case STALE -> HttpStatus.PRECONDITION_FAILED;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        answer(request, response, why, status);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception why, HttpStatus otherwise)
            throws IOException {
        ModelAndView answer = resolver.resolveException(request, response, null, why);
        // Outside of the dispatcher nobody renders a view: the error page is shown by the error dispatch.
        if (answer == null || !answer.isEmpty()) {
            response.sendError(otherwise.value());
        }
    }
}
