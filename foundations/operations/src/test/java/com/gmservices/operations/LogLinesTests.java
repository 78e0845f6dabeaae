package com.gmservices.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class LogLinesTests {

    private static final Logger log = LoggerFactory.getLogger(LogLinesTests.class);

    static class Nothing {}

    /** Logback is told through a system property, which outlives the application that set it. */
    @AfterEach
    void forgetTheFormat() {
        System.clearProperty("CONSOLE_LOG_STRUCTURED_FORMAT");
    }

    @Test
    void machinesReadWhoseCallItWas(CapturedOutput output) {
        JsonNode line = JsonMapper.shared().readTree(logged("json", output));

        assertThat(line.get("message").asString()).isEqualTo("the car is ready");
        assertThat(line.get("request").asString()).isEqualTo("r-1");
        assertThat(line.get("tenant").asString()).isEqualTo("t-1");
        assertThat(line.get("member").asString()).isEqualTo("m-1");
        assertThat(line.at("/log/level").asString()).isEqualTo("INFO");
        assertThat(line.at("/service/name").asString()).isEqualTo("gm");
    }

    @Test
    void peopleReadALineWithTheReference(CapturedOutput output) {
        assertThat(logged("text", output))
                .contains("INFO", "[r-1]", "the car is ready")
                .doesNotStartWith("{");
    }

    private static String logged(String format, CapturedOutput output) {
        new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--gm.log=" + format,
                        "--gm.database.url=none",
                        "--spring.config.import=classpath:gm-defaults.yaml")
                .close();
        MDC.setContextMap(Map.of("request", "r-1", "tenant", "t-1", "member", "m-1"));
        log.info("the car is ready");
        MDC.clear();
        return output.getOut()
                .lines()
                .filter(line -> line.contains("the car is ready"))
                .findFirst()
                .orElseThrow();
    }
}
