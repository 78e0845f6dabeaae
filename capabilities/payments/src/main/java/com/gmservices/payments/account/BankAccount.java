package com.gmservices.payments.account;

import com.gmservices.payments.gateway.Banks.Bank;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;

/**
 * Into which a gateway pays out, but for its number.
 *
 * @param ending the last four digits
 * @param holder whose it is, as the bank has it
 */
public record BankAccount(
        UUID id, String gateway, Currency currency, Bank bank, String ending, String holder, Instant since) {

    /** As it may be shown. */
    public static String masked(String ending) {
        return "••••\u00a0" + ending;
    }

    public String number() {
        return masked(ending);
    }
}
