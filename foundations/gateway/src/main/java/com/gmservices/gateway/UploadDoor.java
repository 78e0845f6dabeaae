package com.gmservices.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Turns files away where nobody takes any ({@link TakesFiles}), and on pages from whoever has no session, before a byte
 * of them is read: whoever asks a form for its fields has all of its files written to the disk first.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 60)
class UploadDoor extends OncePerRequestFilter {

    private final RequestMappingHandlerMapping handlers;
    private final FilterAnswers answers;

    UploadDoor(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers, FilterAnswers answers) {
        this.handlers = handlers;
        this.answers = answers;
    }

    /** What is not read as a whole. */
    static boolean isUpload(HttpServletRequest request) {
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            return false;
        }
        String type = contentType(request);
        return type.startsWith("multipart/") || type.startsWith("application/offset+octet-stream");
    }

    private static String contentType(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null ? "" : type.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isUpload(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!takesFiles(request)) {
            answers.refuse(
                    request, response, new ResponseStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "No files here"));
        } else if (!request.getRequestURI().startsWith("/api/") && request.getSession(false) == null) {
            answers.refuse(
                    request,
                    response,
                    new ResponseStatusException(HttpStatus.FORBIDDEN, "Sign in before you send files"));
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean takesFiles(HttpServletRequest request) {
        try {
            HandlerExecutionChain found = handlers.getHandler(request);
            return found != null
                    && found.getHandler() instanceof HandlerMethod method
                    && method.hasMethodAnnotation(TakesFiles.class);
        } catch (Exception unroutable) {
            return false;
        }
    }
}
