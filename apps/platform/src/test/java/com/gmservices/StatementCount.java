package com.gmservices;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the statements of each call that names itself in {@link #HEADER}; BEGIN and COMMIT are none. */
@Configuration(proxyBeanMethods = false)
class StatementCount {

    static final String HEADER = "X-Counted";

    private static final ScopedValue<AtomicInteger> COUNT = ScopedValue.newInstance();

    private final Map<String, CompletableFuture<Integer>> counts = new ConcurrentHashMap<>();

    /** How many it was, when the call is over. */
    CompletableFuture<Integer> of(String call) {
        return counts.computeIfAbsent(call, name -> new CompletableFuture<>());
    }

    @Bean
    FilterRegistrationBean<Filter> countedCalls() {
        var filter = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            String call = ((HttpServletRequest) request).getHeader(HEADER);
            if (call == null) {
                chain.doFilter(request, response);
                return;
            }
            var count = new AtomicInteger();
            try {
                ScopedValue.where(COUNT, count).call(() -> {
                    chain.doFilter(request, response);
                    return count;
                });
            } catch (Exception e) {
                throw new IllegalStateException(e);
            } finally {
                of(call).complete(count.get());
            }
        });
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    static BeanPostProcessor countedDataSources() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource dataSource ? new Counted(dataSource) : bean;
            }
        };
    }

    private static final class Counted extends DelegatingDataSource {

        Counted(DataSource counted) {
            super(counted);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return counted(super.getConnection(), Connection.class);
        }
    }

    private static <T> T counted(T target, Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (target instanceof Statement && method.getName().startsWith("execute") && COUNT.isBound()) {
                        COUNT.get().incrementAndGet();
                    }
                    return switch (invoke(target, method, arguments)) {
                        case PreparedStatement statement -> counted(statement, PreparedStatement.class);
                        case Statement statement -> counted(statement, Statement.class);
                        case null -> null;
                        case Object other -> other;
                    };
                }));
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
