package com.gmservices.identity;

import com.gmservices.identity.security.AccessRefused;
import com.gmservices.identity.security.Calls;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Leads people where programs are answered a problem: to prove who they are before they go on, or to set up a second
 * factor.
 */
@Component
class StepUpAnswers implements HandlerExceptionResolver, Ordered {

    private final Caller caller;
    private final StepUpPage page;

    StepUpAnswers(Caller caller, StepUpPage page) {
        this.caller = caller;
        this.page = page;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception why) {
        if (Calls.isApi(request)) {
            return null;
        }
        return switch (why) {
            case AccessRefused.StepUpRequired _ -> stepUp(request, response);
            case AccessRefused.EnrolmentRequired it -> goTo("/me/security?needed=" + it.asked(), request, response);
            default -> null;
        };
    }

    private @Nullable ModelAndView stepUp(HttpServletRequest request, HttpServletResponse response) {
        if (request.getMethod().equals("GET") || Calls.isHtmx(request)) {
            return goTo(Calls.stepUp(request), request, response);
        }
        return caller.identity()
                .map(person ->
                        page.show(person.id(), Wanted.form(request), Optional.empty(), HttpStatus.FORBIDDEN, request))
                .orElse(null);
    }

    private static ModelAndView goTo(String path, HttpServletRequest request, HttpServletResponse response) {
        if (Calls.isHtmx(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setHeader("HX-Redirect", request.getContextPath() + path);
            return new ModelAndView();
        }
        var redirect = new RedirectView(path, true);
        redirect.setExpandUriTemplateVariables(false);
        return new ModelAndView(redirect);
    }
}
