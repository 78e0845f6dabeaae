package com.gmservices.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class EmbeddedDatabaseTests {

    @Test
    void isStoppedAfterEverythingThatUsesIt(@TempDir Path data) {
        var lastWords = new AtomicReference<@Nullable String>();
        try (var application = start(data)) {
            application.getBean(Visitor.class).lastWords = lastWords;
            assertThat(new Occupants(data.resolve("postgres")).all()).isNotEmpty();
        }
        assertThat(lastWords).hasValue("gm_app");
        assertThat(new Occupants(data.resolve("postgres")).all()).isEmpty();
    }

    @Test
    void saysInOneLineWhyItCannotStart(CapturedOutput output) {
        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> start(Path.of("/dev/null/data")));
        assertThat(output.getAll())
                .contains("gm: The data folder /dev/null/data cannot be written")
                .doesNotContain("\tat ");
    }

    private static ConfigurableApplicationContext start(Path data) {
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.config.location=classpath:gm-defaults.yaml",
                        "gm.test.database=embedded",
                        "gm.data=" + data)
                .run();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({DatabaseConfiguration.class, JobsConfiguration.class})
    static class Application {

        @Bean
        Visitor visitor(JdbcClient jdbc) {
            return new Visitor(jdbc);
        }
    }

    static final class Visitor implements DisposableBean {

        private final JdbcClient jdbc;

        @Nullable
        AtomicReference<@Nullable String> lastWords;

        Visitor(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @Override
        public void destroy() {
            if (lastWords != null) {
                lastWords.set(jdbc.sql("select current_user")
                        .query((row, _) -> row.getString(1))
                        .single());
            }
        }
    }
}
