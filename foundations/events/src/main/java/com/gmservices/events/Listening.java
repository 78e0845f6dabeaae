package com.gmservices.events;

import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.transaction.event.TransactionalEventListener;

/** Listeners run beside the calls that caused them, each on a thread of its own that waits for its turn. */
@Configuration(proxyBeanMethods = false)
@EnableAsync
class Listening {

    @Bean("applicationTaskExecutor")
    SimpleAsyncTaskExecutor threads() {
        var threads = new SimpleAsyncTaskExecutor("task-");
        threads.setVirtualThreads(true);
        return threads;
    }

    /** Around Modulith's own advice and the tenant's, inside the one that changes threads. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor listenersTakeTurns(ObjectFactory<Hearing> hearing) {
        var advisor = new DefaultPointcutAdvisor(
                new AnnotationMatchingPointcut(null, TransactionalEventListener.class, true),
                (MethodInterceptor) invocation -> hearing.getObject().invoke(invocation));
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
        return advisor;
    }
}
