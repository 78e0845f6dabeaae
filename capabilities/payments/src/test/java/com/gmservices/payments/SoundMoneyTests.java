package com.gmservices.payments;

import static com.gmservices.payments.Till.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database refuses of a payment that was taken and booked, whoever asks for it. */
class SoundMoneyTests extends AtTheTill {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payment set status = 'lost'",
                "payment set capture = 'later'",
                "payment set currency = 'gbp'",
                "payment set amount = 0",
                "payment set captured = -1",
                "payment set captured = amount + 1",
                "payment set refunding = -1",
                "payment set refunded = captured, refunding = 1",
                "attempt set status = 'lost'",
                "attempt set status = 'unknown'",
                "attempt set look_up_at = now()",
                "attempt set capturing = 0",
                "ledger_account set debits = -1",
                "ledger_day set credits = -1",
                "sandbox_charge set status = 'lost'",
                "sandbox_charge set stated = 0",
                "sandbox_charge set refunded = captured + 1",
            })
    void whatCannotBeIsRefused(String change) {
        in(() -> checkout.pay(ada, wish(bill, "sandbox", "sandbox_ok"), "the key"));

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> write("update payments." + change));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payment set status = 'failed'",
                "attempt set status = 'unknown', look_up_at = now()",
                "ledger_account set debits = debits + 1",
            })
    void whatCanBeIsWritten(String change) {
        in(() -> checkout.pay(ada, wish(bill, "sandbox", "sandbox_ok"), "the key"));

        assertThat(write("update payments." + change)).isPositive();
    }

    private int write(String sql) {
        return in(() -> Objects.requireNonNull(
                transactions.execute(status -> jdbc.sql(sql).update())));
    }
}
