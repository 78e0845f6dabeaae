package com.gmservices.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.database.CannotStart;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class LogFormatTests {

    @Test
    void isForPeopleInDevelopment() {
        assertThat(format(Map.of())).isNull();
        assertThat(format(Map.of("gm.env", "development", "gm.database.url", "jdbc:…")))
                .isNull();
    }

    @Test
    void isForMachinesInProduction() {
        assertThat(format(Map.of("gm.env", "production"))).isEqualTo("ecs");
        assertThat(format(Map.of("gm.database.url", "jdbc:…"))).isEqualTo("ecs");
    }

    @Test
    void isWhatIsAskedFor() {
        assertThat(format(Map.of("gm.log", "json"))).isEqualTo("ecs");
        assertThat(format(Map.of("gm.env", "production", "gm.log", "text"))).isNull();
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> format(Map.of("gm.log", "xml")))
                .withMessage("GM_LOG is json or text");
    }

    private static @Nullable String format(Map<String, Object> settings) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        new LogFormat().postProcessEnvironment(environment, new SpringApplication());
        return environment.getProperty("logging.structured.format.console");
    }
}
