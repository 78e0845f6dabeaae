package com.gmservices.tenancy;

import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.transaction.event.TransactionalEventListener;

/** Other threads take the tenant from what they were given to work on, never from whoever handed it over. */
@Configuration(proxyBeanMethods = false)
class TenantCarrying {

    @Bean
    @org.springframework.context.annotation.Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor listenersWorkForTheEventsTenant() {
        var advisor = new DefaultPointcutAdvisor(
                new AnnotationMatchingPointcut(null, TransactionalEventListener.class, true),
                (MethodInterceptor) TenantCarrying::proceedForTenant);
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return advisor;
    }

    private static @Nullable Object proceedForTenant(MethodInvocation invocation) throws Throwable {
        for (Object argument : invocation.getArguments()) {
            if (argument instanceof TenantEvent event) {
                return workFor(event.tenant(), invocation::proceed);
            }
        }
        return invocation.proceed();
    }

    @Bean
    ExecutionInterceptor tasksWorkForTheirTenant() {
        return (task, context, chain) -> task.getData() instanceof TenantTask work
                ? workFor(work.tenant(), () -> chain.proceed(task, context))
                : chain.proceed(task, context);
    }

    /** Also in the log, where each line says for whom. */
    private static <T extends @Nullable Object, X extends Throwable> T workFor(
            TenantId tenant, ScopedValue.CallableOp<T, X> work) throws X {
        MDC.put("tenant", tenant.toString());
        try {
            return CurrentTenant.call(tenant, work);
        } finally {
            MDC.remove("tenant");
        }
    }
}
