package com.gmservices.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Answers whatever went wrong: with a problem document (RFC 9457) under /api, with the error page elsewhere. */
@ControllerAdvice
class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler(ClientAbortException.class)
    void goneAway() {
        // Nobody is there to read an answer.
    }

    /** A page without a database is not drawn here: see {@link Outage}. */
    @ExceptionHandler(Exception.class)
    Object answer(Exception exception, HttpServletRequest request) throws Exception {
        if (DatabaseAway.isBehind(exception) && !isForPrograms(request.getRequestURI())) {
            throw exception;
        }
        Failure failure = Failure.of(exception);
        if (failure.isBug()) {
            log.error("{} {} failed", request.getMethod(), request.getRequestURI(), exception);
        }
        return answer(failure, request, request.getRequestURI());
    }

    static Object answer(Failure failure, HttpServletRequest request, String path) {
        return isForPrograms(path) ? problem(failure, request, path) : page(failure, request);
    }

    static boolean isForPrograms(String path) {
        return path.startsWith("/api/") || path.startsWith("/.well-known/");
    }

    private static ResponseEntity<ProblemDetail> problem(Failure failure, HttpServletRequest request, String path) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(failure.status(), failure.detail());
        problem.setType(URI.create(type(failure.code())));
        problem.setTitle(failure.title());
        problem.setInstance(instance(path));
        problem.setProperty("code", failure.code());
        problem.setProperty("request_id", request.getAttribute(RequestTrace.ID));
        if (!failure.errors().isEmpty()) {
            problem.setProperty("errors", failure.errors());
        }
        failure.more().forEach(problem::setProperty);
        return ResponseEntity.status(failure.status())
                .headers(failure.headers())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** Leads to the {@link ProblemsPage}. */
    static String type(String code) {
        return "/problems#" + code;
    }

    private static @Nullable URI instance(String path) {
        try {
            return URI.create(path);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static ModelAndView page(Failure failure, HttpServletRequest request) {
        var page = new ModelAndView("shell/error");
        page.setStatus(failure.status());
        page.addObject("status", failure.status().value());
        page.addObject("code", failure.code());
        page.addObject("detail", failure.detail());
        page.addObject("reference", request.getAttribute(RequestTrace.ID));
        return page;
    }
}
