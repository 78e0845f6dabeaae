package com.gmservices.finance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class BankNumberTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "my card 4111 1111 1111 1111 12/27",
                "5555-5555-5555-4444",
                "on 2026 4111 1111 1111 1111",
                "2223003122003222",
                "378282246310005",
                "Verve 5060 6666 6666 6666 666",
                "GB82WEST12345698765432",
                "pay into de89 3704 0044 0532 0130 00, please",
                "NO9386011117947"
            })
    void isFoundInWhateverSomebodyWrites(String text) {
        assertThat(BankNumber.standsIn(text)).isTrue();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "4111111111111112",
                "INV-2026-0417",
                "1234567890123456",
                "+234 803 555 0142",
                "I owe 350000 since 2024-05-01 and pay 25000 a month",
                "GB83WEST12345698765432",
                "99 4111111111111111222",
                "contract 20260417-000000000001"
            })
    void isNotWhatOnlyLooksLong(String text) {
        assertThat(BankNumber.standsIn(text)).isFalse();
    }
}
