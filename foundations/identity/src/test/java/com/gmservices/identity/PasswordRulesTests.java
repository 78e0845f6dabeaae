package com.gmservices.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.identity.PasswordRules.Weakness;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTests {

    private static final Passwords PASSWORDS = new Passwords(19_456, 2);
    private static final List<String> ADA = List.of("ada@harbour.example", "Ada", "Lovelace", "Harbour Garage");

    private final PasswordRules rules = new PasswordRules(PASSWORDS);

    @AfterAll
    static void close() {
        PASSWORDS.close();
    }

    @ParameterizedTest
    @CsvSource({
        "hat7-Xq, TOO_SHORT",
        "🔑🐎🔋📎🎈🧲🪁, TOO_SHORT",
        "password123, COMMON",
        "Password1!, COMMON",
        "bluebird7, COMMON",
        "ada@harbour.example, PERSONAL",
        "Harbour Garage, PERSONAL",
        "l0vel4ce1, PERSONAL",
        "abcdefgh, PATTERN",
        "aaaaaaaaaaaaaaaa, PATTERN",
        "19840229, PATTERN"
    })
    void whatIsGuessedFirstIsNotTaken(String password, Weakness weakness) {
        assertThat(rules.weakness(password, ADA)).hasValue(weakness);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "harbour lights go out",
                "analytical-engine-1843",
                "🔑🐎🔋📎🎈🧲🪁🥁",
                "nul\u0000in the middle",
                "pässwörter sind lang",
                "xT9#qLw2v"
            })
    void anyCharactersWillDo(String password) {
        assertThat(rules.weakness(password, ADA)).isEmpty();
    }

    @Test
    void longOnesAreJudgedByTheirBeginning() {
        assertThat(rules.weakness("four kilobytes of a secret text. ".repeat(124), ADA))
                .isEmpty();
        assertThat(rules.weakness("a".repeat(4096), ADA)).hasValue(Weakness.PATTERN);
    }
}
