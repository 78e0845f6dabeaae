package com.gmservices.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.PortInUseException;

@ExtendWith(OutputCaptureExtension.class)
class StartFailuresTests {

    private final StartFailures failures = new StartFailures(null);

    @Test
    void areSaidInOneLine(CapturedOutput output) {
        var failure = new IllegalStateException("no bean", new CannotStart("The disk is full."));
        assertThat(failures.reportException(failure)).isTrue();
        assertThat(output.getErr()).isEqualToIgnoringNewLines("gm: The disk is full.");
    }

    @Test
    void nameAPortThatIsTaken(CapturedOutput output) {
        assertThat(failures.reportException(new IllegalStateException(new PortInUseException(8000))))
                .isTrue();
        assertThat(output.getErr()).containsOnlyOnce("\n").contains("Port 8000 is taken", "GM_PORT");
    }

    @Test
    void leaveBugsToBoot(CapturedOutput output) {
        assertThat(failures.reportException(new IllegalStateException("a bug"))).isFalse();
        assertThat(output.getErr()).isEmpty();
    }
}
