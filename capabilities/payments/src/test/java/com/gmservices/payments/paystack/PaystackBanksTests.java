package com.gmservices.payments.paystack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.payments.gateway.Banks.Bank;
import com.gmservices.payments.vendor.FakeServer.Trouble;
import com.gmservices.payments.vendor.VendorSilent;
import java.util.Currency;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PaystackBanksTests {

    private static final Currency NAIRA = Currency.getInstance("NGN");
    private static final Bank GUARANTY = new Bank("058", "Guaranty Trust Bank");

    private final FakePaystack vendor = new FakePaystack();
    private final PaystackBanks banks = new PaystackBanks(Fixtures.calls(vendor.url()));

    @AfterEach
    void close() {
        vendor.close();
    }

    @Test
    void listsAllOpenBanksOnceByTheirNames() {
        assertThat(banks.of(NAIRA))
                .containsExactly(new Bank("044", "Access Bank"), GUARANTY, new Bank("057", "Zenith Bank"));
        assertThat(banks.of(Currency.getInstance("GHS"))).isEmpty();
    }

    @Test
    void tellsWhoseAnAccountIs() {
        assertThat(banks.holder(GUARANTY, "0001234567")).contains("HARBOUR GARAGE LTD");
        assertThat(banks.holder(GUARANTY, "0001234568")).isEmpty();
        assertThat(banks.holder(new Bank("000", "Nobody's"), "0001234567")).isEmpty();
    }

    @Test
    void takesSilenceForNoAnswerAndNotForNoAccount() {
        vendor.trouble("GET /bank/resolve", Trouble.BROKEN_AFTER);

        assertThatExceptionOfType(VendorSilent.class).isThrownBy(() -> banks.holder(GUARANTY, "0001234567"));
    }
}
