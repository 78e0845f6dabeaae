package com.gmservices.payments.account;

import com.gmservices.payments.gateway.Banks.Bank;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * A bank account as its page has it.
 *
 * @param bank its code
 * @param holder whose it is, as it was shown before and is agreed to; empty at first
 */
record BankAccountForm(String bank, String number, String holder) {

    private static final Pattern NUMBER = Pattern.compile("\\d{6,20}");

    BankAccountForm(@Nullable String bank, @Nullable String number, @Nullable String holder) {
        this.bank = Objects.requireNonNullElse(bank, "");
        this.number = Objects.requireNonNullElse(number, "").replaceAll("[\\s-]", "");
        this.holder = Objects.requireNonNullElse(holder, "");
    }

    /** Empty, and said why, when it cannot be an account. */
    Optional<Bank> bank(List<Bank> banks, BindingResult errors) {
        Optional<Bank> chosen =
                banks.stream().filter(it -> it.code().equals(bank)).findFirst();
        if (chosen.isEmpty()) {
            errors.rejectValue("bank", "gateways.bank.choose");
        }
        if (!NUMBER.matcher(number).matches()) {
            errors.rejectValue("number", "gateways.bank.number.unfit");
        }
        return chosen.filter(it -> !errors.hasErrors());
    }
}
