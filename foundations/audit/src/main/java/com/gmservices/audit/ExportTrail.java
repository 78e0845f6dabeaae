package com.gmservices.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Writes down which lists were taken along as files: whatever page sends one. */
@Component
class ExportTrail implements WebMvcConfigurer, HandlerInterceptor {

    private final Trail trail;

    ExportTrail(Trail trail) {
        this.trail = trail;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/**/*.csv", "/*.json");
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        String file = response.getHeader(HttpHeaders.CONTENT_DISPOSITION);
        if (file != null && file.startsWith("attachment") && response.getStatus() == HttpServletResponse.SC_OK) {
            String list = request.getServletPath().isEmpty() ? request.getRequestURI() : request.getServletPath();
            trail.record(Act.of("list.exported", "list", list.substring(list.lastIndexOf('/') + 1))
                    .to(Map.of("complete", failure == null)));
        }
    }
}
