package com.gmservices.technology;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.requests.ServiceType;
import com.gmservices.requests.line.LineMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is shown by its key. */
class MessagesTests {

    private final LineMessages messages = new LineMessages("technology");

    @ParameterizedTest
    @MethodSource("com.gmservices.technology.Firm#types")
    void eachTypeHasItsWords(ServiceType type) {
        assertThat(messages.missing(type)).isEmpty();
    }

    @Test
    void noLabelIsLeftOver() {
        assertThat(messages.leftOver(Firm.types().toList())).isEmpty();
    }
}
