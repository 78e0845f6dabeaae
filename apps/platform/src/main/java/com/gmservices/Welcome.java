package com.gmservices;

import com.gmservices.database.Deployment;
import com.gmservices.demo.Demo;
import com.gmservices.demo.DemoAccount;
import com.gmservices.tenancy.Links;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever has started the platform to try it where to look, and with which accounts. */
@Component
class Welcome {

    private final Links links;
    private final Deployment deployment;
    private final ObjectProvider<Demo> demo;

    Welcome(Links links, Deployment deployment, ObjectProvider<Demo> demo) {
        this.links = links;
        this.deployment = deployment;
        this.demo = demo;
    }

    @EventListener
    void say(ApplicationReadyEvent ready) {
        if (deployment.isProduction()
                || ready.getSpringApplication().getWebApplicationType() == WebApplicationType.NONE) {
            return;
        }
        System.out.printf("%nGM Services is ready: %s%n", links.platform("/"));
        System.out.printf("API and its documentation: %s%n", links.platform("/api/docs"));
        demo.ifAvailable(some -> System.out.printf("%n%s%n", accounts(some)));
        System.out.println();
    }

    private String accounts(Demo some) {
        return some.accounts().stream()
                .map(this::line)
                .collect(Collectors.joining("%n".formatted(), "Sign in and look around:%n".formatted(), ""));
    }

    private String line(DemoAccount account) {
        return "  %-40s %-9s %-28s %s"
                .formatted(
                        links.platform("/t/" + account.tenant() + "/"),
                        account.role(),
                        account.email(),
                        account.password());
    }
}
