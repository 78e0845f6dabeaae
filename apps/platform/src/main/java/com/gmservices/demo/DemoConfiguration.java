package com.gmservices.demo;

import com.gmservices.notifications.Notifications;
import java.time.Clock;
import java.util.Collection;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.NameMatchMethodPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;

/** What the past needs in order to be told as if it had happened then. */
@Configuration(proxyBeanMethods = false)
@Conditional(DemoWanted.class)
class DemoConfiguration {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static BeanPostProcessor clockThatCanBeTold() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Clock clock ? new DemoClock(clock) : bean;
            }
        };
    }

    /** Nobody wants to be told, on their first day here, of weeks that never were; nor does their mail server. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor nobodyIsToldOfThePast(ObjectProvider<Hush> hush) {
        var tell = new NameMatchMethodPointcut();
        tell.setMappedName("tell");
        tell.setClassFilter(Notifications.class::isAssignableFrom);
        return new DefaultPointcutAdvisor(tell, (MethodInterceptor) call -> {
            if (call.getArguments()[0] instanceof Collection<?> news) {
                call.getArguments()[0] = hush.getObject().heard(news);
            }
            return call.proceed();
        });
    }
}
