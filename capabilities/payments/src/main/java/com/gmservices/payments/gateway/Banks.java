package com.gmservices.payments.gateway;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The banks into which a vendor pays out, and whose account a number is; for vendors that can tell. */
public interface Banks {

    /** As {@link PaymentGateway#name()}. */
    String gateway();

    /** In which the holder of an account can be told. */
    Set<Currency> currencies();

    /** Those that hold accounts in the currency, by their names. */
    List<Bank> of(Currency currency);

    /** As the bank has it; empty when the bank knows no such account. */
    Optional<String> holder(Bank bank, String number);

    /** @param code the vendor's own for it */
    record Bank(String code, String name) {}
}
