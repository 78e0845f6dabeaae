package com.gmservices.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
            john@example.com,     j***n@example.com
            jonathan@example.com, j***n@example.com
            ann@example.com,      a***n@example.com
            al@example.com,       **@example.com
            a@example.com,        *@example.com
            @example.com,         @example.com
            'a b"@"c@host',       a***c@host
            😀x😎@host,           😀***😎@host
            nobody,               n***y
            """)
    void anAddressKeepsItsEndsAndItsHost(String email, String masked) {
        assertThat(Masked.email(email)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            08035554567,       *******4567
            +234 803 555 0142, *********0142
            123456,            ***456
            123,               **3
            12,                **
            1,                 *
            none,              ''
            """)
    void aNumberKeepsItsLastDigits(String phone, String masked) {
        assertThat(Masked.phone(phone)).isEqualTo(masked);
    }

    @Test
    void whatIsNotKnownIsEmpty() {
        assertThat(Masked.email(null) + Masked.phone(null)).isEmpty();
    }
}
