package com.gmservices.limits;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LimitsConfiguration {

    @Bean
    @ConditionalOnProperty("gm.redis-url")
    Redis redis(@Value("${gm.redis-url}") String url) {
        return new Redis(url);
    }
}
