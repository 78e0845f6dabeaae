package com.gmservices.identity.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class PasskeysTests {

    @Autowired
    Passkeys passkeys;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "null",
                "[]",
                "\"x\"",
                "{\"id\": 1}",
                "{\"id\": \"a\", \"rawId\": \"a\", \"response\": {}, \"type\": \"public-key\"}"
            })
    void whatIsNoAnswerOfAPasskeyLetsNobodyIn(String credential) {
        assertThat(passkeys.authenticate(Optional.empty(), new byte[32], credential))
                .isEmpty();
    }
}
