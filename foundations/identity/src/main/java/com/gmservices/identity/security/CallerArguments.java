package com.gmservices.identity.security;

import com.gmservices.identity.Caller;
import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.CurrentMember;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers the {@link CurrentMember} or {@link CurrentIdentity} they ask for, or an Optional of it. */
final class CallerArguments implements HandlerMethodArgumentResolver {

    private final Caller caller;

    CallerArguments(Caller caller) {
        this.caller = caller;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
        return type == CurrentMember.class || type == CurrentIdentity.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
        Optional<?> found = type == CurrentMember.class ? caller.member() : caller.identity();
        return parameter.getParameterType() == Optional.class ? found : found.orElseThrow(() -> missing(type));
    }

    private RuntimeException missing(Class<?> type) {
        return type == CurrentMember.class && caller.identity().isPresent()
                ? new AccessRefused.NotAllowed("This is for people whom this business knows")
                : new InsufficientAuthenticationException("Sign in first");
    }
}
