package com.gmservices.demo;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Somebody tries the platform on its embedded database, or asks for the demonstration with {@code GM_DEMO=true} on
 * another one in development. {@code GM_DEMO=false} does without.
 */
final class DemoWanted implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Environment environment = context.getEnvironment();
        boolean embedded =
                environment.getProperty("gm.database.url", "embedded").equals("embedded");
        String deployment = environment.getProperty("gm.env", embedded ? "development" : "production");
        return deployment.equals("development") && environment.getProperty("gm.demo", Boolean.class, embedded);
    }
}
