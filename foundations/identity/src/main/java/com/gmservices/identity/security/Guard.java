package com.gmservices.identity.security;

import com.gmservices.identity.Caller;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.StepUp;
import com.gmservices.tenancy.WhileClosing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a call through to a controller if its {@link Allow} does. */
final class Guard implements HandlerInterceptor {

    private final Caller caller;
    private final Proofs proofs;
    private final Policy policy;

    Guard(Caller caller, Proofs proofs, Policy policy) {
        this.caller = caller;
        this.proofs = proofs;
        this.policy = policy;
    }

    static boolean guards(HandlerMethod method) {
        return method.getBeanType().getName().startsWith("com.gmservices.");
    }

    static @Nullable String rule(HandlerMethod method) {
        Allow allow = method.getMethodAnnotation(Allow.class);
        if (allow == null) {
            allow = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Allow.class);
        }
        return allow == null ? null : allow.value();
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method) || !guards(method)) {
            return true;
        }
        String rule = rule(method);
        if (rule == null) {
            throw new IllegalStateException("Nobody has said who may call " + method);
        }
        if (!(Calls.isApi(request) ? admitProgram(rule, request) : admitPerson(rule, request, response))) {
            return false;
        }
        if (needsTenant(rule) && policy.isClosing()) {
            checkStaysOpen(method, request);
        }
        if (needsTenant(rule) && needsSignIn(rule) && !caller.hasKey()) {
            policy.check(member());
        }
        if (stepsUp(method)) {
            proofs.require();
        }
        return true;
    }

    /** Of a business that is being closed: its team looks, and does what is meant for these days. */
    private void checkStaysOpen(HandlerMethod method, HttpServletRequest request) {
        if (caller.member().filter(CurrentMember::isStaff).isEmpty()) {
            throw new AccessRefused.TenantClosed();
        }
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!reads && !method.hasMethodAnnotation(WhileClosing.class)) {
            throw new AccessRefused.TenantClosing();
        }
    }

    private static boolean stepsUp(HandlerMethod method) {
        return method.hasMethodAnnotation(StepUp.class)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), StepUp.class);
    }

    private boolean admitProgram(String rule, HttpServletRequest request) {
        if (caller.hasKey()) {
            checkServesKeys(rule, request);
        } else if (needsSignIn(rule) && caller.identity().isEmpty()) {
            throw new InsufficientAuthenticationException("Sign in, and send the access token");
        }
        if (needsTenant(rule) && CurrentTenant.find().isEmpty()) {
            throw new AccessRefused.TenantRequired();
        }
        checkRights(rule);
        return true;
    }

    private static void checkServesKeys(String rule, HttpServletRequest request) {
        boolean isOnesOwn = rule.equals(Allow.SIGNED_IN) || rule.equals(Allow.OPERATOR);
        if (isOnesOwn || Calls.isForPeople(request)) {
            throw new AccessRefused.NotAllowed("An API key does not serve this: sign in");
        }
    }

    private boolean admitPerson(String rule, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (needsTenant(rule) && CurrentTenant.find().isEmpty()) {
            throw new AccessRefused.NoSuchPage();
        }
        if (needsSignIn(rule) && caller.identity().isEmpty()) {
            sendToSignIn(request, response);
            return false;
        }
        checkRights(rule);
        return true;
    }

    private static void sendToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Calls.isHtmx(request)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("HX-Redirect", Calls.signIn(request));
        } else {
            response.sendRedirect(Calls.signIn(request));
        }
    }

    private void checkRights(String rule) {
        switch (rule) {
            case Allow.EVERYONE, Allow.VISITORS, Allow.SIGNED_IN -> {}
            case Allow.OPERATOR -> operator();
            case Allow.MEMBERS -> member();
            default -> member().require(rule);
        }
    }

    private void operator() {
        policy.check(caller.identity()
                .filter(CurrentIdentity::operator)
                .orElseThrow(() -> new AccessRefused.NotAllowed("This is for the operators of the platform")));
    }

    private CurrentMember member() {
        return caller.member()
                .orElseThrow(() -> new AccessRefused.NotAllowed("This is for people whom this business knows"));
    }

    private static boolean needsTenant(String rule) {
        return switch (rule) {
            case Allow.EVERYONE, Allow.SIGNED_IN, Allow.OPERATOR -> false;
            default -> true;
        };
    }

    private static boolean needsSignIn(String rule) {
        return switch (rule) {
            case Allow.EVERYONE, Allow.VISITORS -> false;
            default -> true;
        };
    }
}
