package com.gmservices.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * While the database is away, whoever calls is told to come again, wherever in a call that was noticed: in a filter, in a
 * controller, while a page was drawn, at the commit. What people see then needs neither database nor session.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 11)
class Outage extends OncePerRequestFilter {

    static final String AGAIN_AFTER_SECONDS = "5";

    private static final Logger log = LoggerFactory.getLogger(Outage.class);

    private final FilterAnswers answers;
    private final ITemplateEngine templates;

    Outage(FilterAnswers answers, ITemplateEngine templates) {
        this.answers = answers;
        this.templates = templates;
    }

    /** The error page has a session and a menu. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException e) {
            if (!DatabaseAway.isBehind(e) || response.isCommitted()) {
                throw e;
            }
            log.warn("the database does not answer: {}", innermost(e).getMessage());
            answer(request, response, e);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception e) throws IOException {
        response.reset();
        RequestTrace.name(request, response);
        if (Problems.isForPrograms(request.getRequestURI())) {
            answers.refuse(request, response, e);
            return;
        }
        FilterAnswers.protect(request, response);
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, AGAIN_AFTER_SECONDS);
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding("UTF-8");
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        response.getWriter()
                .write(templates.process("shell/outage", new Context(request.getLocale(), Map.of("reads", reads))));
    }

    private static Throwable innermost(Throwable thrown) {
        Throwable innermost = thrown;
        for (int depth = 0; innermost.getCause() != null && depth < 30; depth++) {
            innermost = innermost.getCause();
        }
        return innermost;
    }
}
