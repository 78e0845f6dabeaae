package com.gmservices.payments;

import com.gmservices.database.Deployment;
import com.gmservices.payments.PayForm.Choice;
import com.gmservices.payments.gateway.PaymentGateway;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The gateways through which payers can pay here. */
@Component
class Gateways {

    private static final Set<String> NOT_SET_UP = Set.of("stripe", "paypal", "paystack");

    private final List<PaymentGateway> gateways;
    private final Deployment deployment;

    Gateways(List<PaymentGateway> gateways, Deployment deployment) {
        this.gateways = gateways;
        this.deployment = deployment;
    }

    /** What a payer can choose among. */
    List<Choice> choices() {
        return gateways.stream()
                .filter(this::isOpen)
                .flatMap(it -> it.methods().stream().map(method -> new Choice(it.name(), method)))
                .toList();
    }

    /** Whether a payer who pays here moves no real money. */
    boolean areForTrying() {
        return gateways.stream().filter(this::isOpen).anyMatch(PaymentGateway::isForTrying);
    }

    /** For a new payment. */
    PaymentGateway named(String name) {
        return find(name)
                .filter(this::isOpen)
                .orElseThrow(() -> new PaymentRefused.UnsupportedGateway(
                        NOT_SET_UP.contains(name) || find(name).isPresent()
                                ? "The gateway %s is not set up for this business".formatted(name)
                                : "There is no gateway called %s".formatted(name)));
    }

    /** For a payment that is there, whatever has been closed since. */
    PaymentGateway of(Payment payment) {
        return find(payment.gateway()).orElseThrow();
    }

    void check(String gateway, String method) {
        PaymentGateway named = named(gateway);
        if (!named.methods().contains(method)) {
            throw new PaymentRefused.Unfit(
                    "/payment_method", "%s takes %s".formatted(gateway, String.join(", ", named.methods())));
        }
    }

    private Optional<PaymentGateway> find(String name) {
        return gateways.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    private boolean isOpen(PaymentGateway gateway) {
        return !(gateway.isForTrying() && deployment.isProduction());
    }
}
