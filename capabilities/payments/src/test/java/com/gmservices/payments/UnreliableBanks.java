package com.gmservices.payments;

import com.gmservices.payments.gateway.Banks;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Two banks, of which one knows one account. */
class UnreliableBanks implements Banks {

    volatile boolean dead;

    @Override
    public String gateway() {
        return UnreliableGateway.NAME;
    }

    @Override
    public Set<Currency> currencies() {
        return Set.of(Currency.getInstance("NGN"), Currency.getInstance("GHS"));
    }

    @Override
    public List<Bank> of(Currency currency) {
        if (dead) {
            throw new IllegalStateException("connection refused");
        }
        return List.of(new Bank("044", "Access Bank"), new Bank("058", "Guaranty Trust Bank"));
    }

    @Override
    public Optional<String> holder(Bank bank, String number) {
        return bank.code().equals("058") && number.equals("0001234567")
                ? Optional.of("HARBOUR GARAGE LTD")
                : Optional.empty();
    }
}
