package com.gmservices.identity.security;

import com.gmservices.identity.Caller;
import com.gmservices.identity.factors.Factor;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class RoutesConfiguration implements WebMvcConfigurer {

    private final Caller caller;
    private final Proofs proofs;
    private final Policy policy;

    RoutesConfiguration(Caller caller, Proofs proofs, Policy policy) {
        this.caller = caller;
        this.proofs = proofs;
        this.policy = policy;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new Guard(caller, proofs, policy));
    }

    @Override
    public void addFormatters(FormatterRegistry formats) {
        formats.addConverter(String.class, Factor.class, Factor::of);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArguments(caller));
    }

    /** Nobody can forget to say who may call a route: the application would not start. */
    @Bean
    SmartInitializingSingleton everyRouteSaysWhoMayCallIt(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        return () -> {
            String open = routes.getHandlerMethods().values().stream()
                    .filter(Guard::guards)
                    .filter(method -> Guard.rule(method) == null)
                    .map(HandlerMethod::toString)
                    .sorted()
                    .collect(Collectors.joining(", "));
            if (!open.isEmpty()) {
                throw new IllegalStateException("@Allow is missing on " + open);
            }
        };
    }
}
