package com.gmservices.payments.paystack;

import com.gmservices.payments.gateway.Banks;
import com.gmservices.payments.vendor.Answer;
import com.gmservices.payments.vendor.Answer.NotTaken;
import com.gmservices.payments.vendor.Answer.Said;
import com.gmservices.payments.vendor.Answer.Silence;
import com.gmservices.payments.vendor.VendorSilent;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Paystack tells holders in Nigeria and Ghana only (https://paystack.com/docs/identity-verification/verify-account-number). */
@Component
class PaystackBanks implements Banks {

    private static final int AT_ONCE = 100;
    private static final Set<Currency> CURRENCIES = Set.of(Currency.getInstance("NGN"), Currency.getInstance("GHS"));

    private final PaystackCalls calls;

    PaystackBanks(PaystackCalls calls) {
        this.calls = calls;
    }

    @Override
    public String gateway() {
        return PaystackCalls.GATEWAY;
    }

    @Override
    public Set<Currency> currencies() {
        return CURRENCIES;
    }

    /** Some banks are listed twice, under one code and two spellings. */
    @Override
    public List<Bank> of(Currency currency) {
        Map<String, Bank> found = new LinkedHashMap<>();
        String next = null;
        do {
            String from = next;
            JsonNode page = calls.require(
                    (paystack, key) -> paystack.banks(key, currency.getCurrencyCode(), true, AT_ONCE, from));
            page.path("data")
                    .valueStream()
                    .filter(PaystackBanks::isOpen)
                    .forEach(it -> found.putIfAbsent(it.path("code").asString(), bank(it)));
            next = next(page);
        } while (next != null);
        return found.values().stream()
                .sorted(Comparator.comparing(Bank::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private static boolean isOpen(JsonNode bank) {
        return bank.path("active").asBoolean(true) && !bank.path("is_deleted").asBoolean(false);
    }

    private static Bank bank(JsonNode bank) {
        return new Bank(
                bank.path("code").asString(), bank.path("name").asString().strip());
    }

    private static @Nullable String next(JsonNode page) {
        return page.path("meta").path("next").asString(null);
    }

    @Override
    public Optional<String> holder(Bank bank, String number) {
        Answer answer = calls.ask((paystack, key) -> paystack.account(key, number, bank.code()));
        return switch (answer) {
            case Said said
            when said.isGood() ->
                Optional.of(said.body().path("data").path("account_name").asString())
                        .map(String::strip)
                        .filter(name -> !name.isEmpty());
            case Said said when said.status() == 400 || said.status() == 422 -> Optional.empty();
            case Said _, NotTaken _, Silence _ -> throw VendorSilent.of("Paystack", answer);
        };
    }
}
