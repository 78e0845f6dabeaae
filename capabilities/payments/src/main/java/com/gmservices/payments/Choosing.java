package com.gmservices.payments;

import com.gmservices.payments.PayForm.Choice;
import com.gmservices.tenancy.MemberId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a payer can choose to pay with. */
@Component
class Choosing {

    private final Gateways gateways;
    private final SavedMethods methods;

    Choosing(Gateways gateways, SavedMethods methods) {
        this.gateways = gateways;
        this.methods = methods;
    }

    /** What they have saved, and then what there is for all. */
    @Transactional(readOnly = true)
    List<Choice> choices(MemberId payer, Currency currency) {
        List<Choice> open = gateways.choices(currency);
        Set<String> names = open.stream().map(Choice::gateway).collect(Collectors.toSet());
        return Stream.concat(
                        methods.of(payer).stream()
                                .filter(method -> names.contains(method.gateway()))
                                .map(Choice::of),
                        open.stream())
                .toList();
    }

    /**
     * What is meant by a method, which may also be the id of one that the payer has saved.
     *
     * @throws PaymentRefused when the gateway does not take it
     */
    Try meant(MemberId payer, String gateway, Currency currency, Try with) {
        gateways.named(gateway, currency);
        Optional<SavedMethod> saved = methods.named(with.method())
                .filter(method ->
                        method.member().equals(payer) && method.gateway().equals(gateway));
        if (saved.isEmpty()) {
            gateways.check(gateway, with.method());
        }
        return new Try(with.method(), saved.map(SavedMethod::id).orElse(null), with.keep());
    }
}
