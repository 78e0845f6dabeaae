package com.gmservices.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Filters refuse in the same words as controllers. A page is drawn by the error dispatch, which learns the reason. */
@Component
class FilterAnswers {

    static final String REASON = "gm.refused-by-filter";

    private final HandlerExceptionResolver exceptions;

    FilterAnswers(@Lazy @Qualifier("handlerExceptionResolver") HandlerExceptionResolver exceptions) {
        this.exceptions = exceptions;
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, Exception why) throws IOException {
        protect(request, response);
        ModelAndView answer = exceptions.resolveException(request, response, null, why);
        if (answer == null && DatabaseAway.isBehind(why)) {
            throw new IOException("The database is away", why);
        }
        if (answer == null || !answer.isEmpty()) {
            Failure failure = Failure.of(why);
            request.setAttribute(REASON, why);
            failure.headers().forEach((name, values) -> response.setHeader(name, values.getFirst()));
            response.sendError(failure.status().value());
        }
    }

    /** What the security chains say on every answer; whoever is refused before them does not come there. */
    static void protect(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; "
                        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains");
        }
    }
}
