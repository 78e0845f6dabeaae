package com.gmservices.events;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalApplicationListener;
import org.springframework.transaction.event.TransactionalApplicationListenerMethodAdapter;

/** The listeners of this process; another deployable's are not brought to it. */
@Component
class Listeners {

    private final AbstractApplicationContext context;
    private final Map<Method, Listener> known = new ConcurrentHashMap<>();
    private volatile @Nullable Set<String> ids;

    Listeners(AbstractApplicationContext context) {
        this.context = context;
    }

    /** @param hasTransaction that begins and ends with the method */
    record Listener(String id, boolean hasTransaction) {

        private static Listener of(Method method) {
            String id = new TransactionalApplicationListenerMethodAdapter("", method.getDeclaringClass(), method)
                    .getListenerId();
            return new Listener(id, AnnotatedElementUtils.hasAnnotation(method, Transactional.class));
        }
    }

    Listener of(Method method) {
        return known.computeIfAbsent(method, Listener::of);
    }

    /** All are there once the application has started, which is when this is first asked. */
    Set<String> ids() {
        Set<String> all = ids;
        if (all == null) {
            all = context.getApplicationListeners().stream()
                    .filter(TransactionalApplicationListener.class::isInstance)
                    .map(listener -> (TransactionalApplicationListener<?>) listener)
                    .filter(listener -> listener.getTransactionPhase() == TransactionPhase.AFTER_COMMIT)
                    .map(TransactionalApplicationListener::getListenerId)
                    .collect(Collectors.toUnmodifiableSet());
            ids = all;
        }
        return all;
    }
}
