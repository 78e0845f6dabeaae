package com.gmservices.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.requests.ServiceType;
import com.gmservices.requests.line.LineMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is shown by its key. */
class MessagesTests {

    static final LineMessages MESSAGES = new LineMessages("logistics");

    @ParameterizedTest
    @MethodSource("com.gmservices.logistics.DetailsTests#types")
    void eachNameStatusFieldAndChoiceHasItsWords(ServiceType type) {
        assertThat(MESSAGES.missing(type)).isEmpty();
    }

    @Test
    void noLabelIsLeftOver() {
        assertThat(MESSAGES.leftOver(DetailsTests.types().toList())).isEmpty();
    }
}
