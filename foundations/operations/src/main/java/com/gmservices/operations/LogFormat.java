package com.gmservices.operations;

import com.gmservices.database.CannotStart;
import com.gmservices.database.Deployment;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Logs are JSON lines for machines in production and lines for people in development; {@code GM_LOG=json} and
 * {@code GM_LOG=text} say otherwise. Found through META-INF/spring.factories, because logging starts before any bean.
 */
class LogFormat implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (isJson(environment)) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource("log format", Map.of("logging.structured.format.console", "ecs")));
        }
    }

    private static boolean isJson(ConfigurableEnvironment environment) {
        return switch (environment.getProperty("gm.log", "")) {
            case "json" -> true;
            case "text" -> false;
            case "" -> Deployment.of(environment).isProduction();
            default -> throw new CannotStart("GM_LOG is json or text");
        };
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }
}
