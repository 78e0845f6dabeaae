package com.gmservices.gateway;

import com.gmservices.gateway.BodyLimit.ReadRequest;
import com.gmservices.gateway.IdempotencyKeys.Answer;
import com.gmservices.gateway.IdempotencyKeys.Call;
import com.gmservices.gateway.IdempotencyKeys.Known;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

/**
 * An API POST that carries an {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header-07) has its effect
 * once. Where the effect is in our database alone, key, effect and answer commit together, and a second call waits for
 * the first and repeats its answer. Where a vendor is called ({@link CallsVendor}) the key is kept beforehand and the
 * answer afterwards. What was refused is not kept. Signing in and the like, and the making of API keys and
 * of webhooks' secrets, ignore the key: their answers are secrets, and not to be kept.
 */
@Component
@Order(0)
class Idempotency extends OncePerRequestFilter {

    private static final String HEADER = "Idempotency-Key";
    private static final Pattern MAKES_SECRETS = Pattern.compile("/(api-keys|webhooks|webhooks/[^/]+/secret)$");
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final List<String> KEPT_HEADERS = List.of("Content-Type", "Location", "ETag");

    private final IdempotencyKeys keys;
    private final TransactionTemplate transactions;
    private final RequestMappingHandlerMapping handlers;
    private final FilterAnswers answers;

    Idempotency(
            IdempotencyKeys keys,
            TransactionTemplate transactions,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers,
            FilterAnswers answers) {
        this.keys = keys;
        this.transactions = transactions;
        this.handlers = handlers;
        this.answers = answers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || request.getHeader(HEADER) == null
                || CurrentTenant.find().isEmpty()
                || request.getRequestURI().startsWith("/api/v1/auth/")
                || request.getRequestURI().startsWith("/api/v1/webhooks/in/")
                || MAKES_SECRETS.matcher(request.getRequestURI()).find();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        try {
            Call call = call(request);
            Supplier<Integer> work = () -> proceed(chain, request, answer);
            if (callsVendor(request)) {
                acrossTransactions(call, work, answer);
            } else {
                transactions.executeWithoutResult(transaction -> {
                    if (!inOneTransaction(call, work, answer)) {
                        transaction.setRollbackOnly();
                    }
                });
            }
        } catch (RuntimeException e) {
            answer.reset();
            answers.refuse(request, answer, e);
        }
        answer.copyBodyToResponse();
    }

    /** @return whether what was written is to stay */
    private boolean inOneTransaction(Call call, Supplier<Integer> work, ContentCachingResponseWrapper answer) {
        if (keys.claim(call)) {
            return keepIfDone(call, work, answer);
        }
        replay(keys.find(call).orElseThrow(StillRunning::new), call, answer);
        return true;
    }

    private void acrossTransactions(Call call, Supplier<Integer> work, ContentCachingResponseWrapper answer) {
        if (!keys.claimAlone(call)) {
            Known known = transactions.execute(transaction -> keys.find(call)).orElseThrow(StillRunning::new);
            if (known.answer() != null || !known.isOf(call)) {
                replay(known, call, answer);
                return;
            }
            if (!Boolean.TRUE.equals(transactions.execute(transaction -> keys.takeOver(call)))) {
                throw new StillRunning();
            }
        }
        int status = work.get();
        if (isDone(status)) {
            keys.answerAlone(call, kept(answer));
        } else if (status < 500) {
            keys.releaseAlone(call);
        }
    }

    private boolean keepIfDone(Call call, Supplier<Integer> work, ContentCachingResponseWrapper answer) {
        boolean done = isDone(work.get());
        if (done) {
            keys.answer(call, kept(answer));
        }
        return done;
    }

    private static void replay(Known known, Call call, HttpServletResponse response) {
        if (!known.isOf(call)) {
            throw new KeyReused();
        }
        Answer answer = known.answer();
        if (answer == null) {
            throw new StillRunning();
        }
        response.setStatus(answer.status());
        answer.headers().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        response.setHeader(REPLAYED, "true");
        try {
            response.getOutputStream().write(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int proceed(FilterChain chain, HttpServletRequest request, HttpServletResponse answer) {
        try {
            chain.doFilter(request, answer);
            return answer.getStatus();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answer kept(ContentCachingResponseWrapper answer) {
        var headers = new TreeMap<String, List<String>>();
        for (String name : KEPT_HEADERS) {
            List<String> values = List.copyOf(answer.getHeaders(name));
            if (!values.isEmpty()) {
                headers.put(name, values);
            }
        }
        return new Answer(answer.getStatus(), Map.copyOf(headers), answer.getContentAsByteArray());
    }

    private static boolean isDone(int status) {
        return status >= 200 && status < 300;
    }

    private boolean callsVendor(HttpServletRequest request) {
        try {
            HandlerExecutionChain found = handlers.getHandler(request);
            return found != null
                    && found.getHandler() instanceof HandlerMethod method
                    && method.hasMethodAnnotation(CallsVendor.class);
        } catch (Exception unroutable) {
            return false;
        }
    }

    private static Call call(HttpServletRequest request) {
        String key = request.getHeader(HEADER).replaceAll("^\"|\"$", "");
        if (!key.matches("[\\x21-\\x7e]{1,255}")) {
            throw new KeyMalformed();
        }
        return new Call(caller(), request.getRequestURI(), key, fingerprint(request));
    }

    private static String caller() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? "anonymous" : authentication.getName();
    }

    private static byte[] fingerprint(HttpServletRequest request) {
        ReadRequest read = WebUtils.getNativeRequest(request, ReadRequest.class);
        byte[] body = read == null ? new byte[0] : read.body();
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class KeyReused extends Refusal {
        KeyReused() {
            super(
                    Category.INVALID,
                    "idempotency-key-reused",
                    "This key was sent with another body before: a new wish needs a new key");
        }
    }

    private static final class StillRunning extends Refusal {
        StillRunning() {
            super(
                    Category.CONFLICT,
                    "still-running",
                    "The first call with this key is still on its way: ask again in a moment");
        }
    }

    private static final class KeyMalformed extends Refusal {
        KeyMalformed() {
            super(Category.MALFORMED, "malformed", "An Idempotency-Key has 1 to 255 visible ASCII characters");
        }
    }
}
