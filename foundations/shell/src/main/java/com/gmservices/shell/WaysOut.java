package com.gmservices.shell;

import com.gmservices.tenancy.Links;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * People go on to a gateway's page, or to a site that vouches for them, over a page of ours that says so and leads there
 * by itself. Pages let forms be sent nowhere but here, and browsers hold redirects after a form to that too.
 */
@Component
class WaysOut implements WebMvcConfigurer, HandlerInterceptor {

    private static final String REDIRECT = "redirect:";

    private final String here;

    WaysOut(Links links) {
        this.here = links.platform("/").toString();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView answer) {
        String view = answer == null ? null : answer.getViewName();
        if (answer == null || view == null || !view.startsWith(REDIRECT + "http") || view.startsWith(REDIRECT + here)) {
            return;
        }
        String address = view.substring(REDIRECT.length());
        answer.setViewName("shell/way-out");
        answer.addObject("address", address)
                .addObject("site", URI.create(address).getHost());
        response.setHeader("Refresh", "0; url=" + address);
    }
}
