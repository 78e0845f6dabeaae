package com.gmservices.shell;

import com.gmservices.shell.MenuEntry.Menu;
import io.micrometer.observation.ObservationPredicate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.LiteWebJarsResourceResolver;
import org.springframework.web.servlet.resource.VersionResourceResolver;

@Configuration(proxyBeanMethods = false)
class ShellConfiguration implements WebMvcConfigurer {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    /** Every module's words: {@code messages/<module>.properties}, and {@code messages/<module>_<language>.properties}. */
    @Bean
    static MessageSource messageSource() throws IOException {
        var bundles = new ResourceBundleMessageSource();
        bundles.setBasenames(Arrays.stream(
                        new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties"))
                .map(Resource::getFilename)
                .filter(name -> name != null && name.indexOf('_') < 0)
                .map(name -> "messages/" + name.substring(0, name.lastIndexOf('.')))
                .distinct()
                .toArray(String[]::new));
        bundles.setDefaultEncoding(StandardCharsets.UTF_8.name());
        bundles.setFallbackToSystemLocale(false);
        return bundles;
    }

    /** The foundations' own pages, which lie to the left of the shell and cannot contribute. */
    @Bean
    static MenuEntry members() {
        return new MenuEntry(Menu.STAFF, "shell.menu.members", "/members", "users", "read:members", 50);
    }

    @Bean
    static MenuEntry settings() {
        return new MenuEntry(Menu.ADMINISTRATION, "shell.menu.settings", "/settings", "settings", "update:tenant", 90);
    }

    @Bean
    static MenuEntry audit() {
        return new MenuEntry(Menu.ADMINISTRATION, "shell.menu.audit", "/audit", "eye", "read:audit", 95);
    }

    /** How long a page listened says nothing of how quick the platform is. */
    @Bean
    static ObservationPredicate listeningIsNotTimed() {
        return (name, context) -> !(context instanceof ServerRequestObservationContext call
                && call.getCarrier() != null
                && call.getCarrier().getRequestURI().matches("/t/[^/]+/live"));
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(FOR_EVER)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(FOR_EVER)
                .resourceChain(true)
                .addResolver(new LiteWebJarsResourceResolver());
    }
}
