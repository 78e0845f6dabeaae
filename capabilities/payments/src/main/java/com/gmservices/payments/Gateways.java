package com.gmservices.payments;

import com.gmservices.database.Deployment;
import com.gmservices.payments.PayForm.Choice;
import com.gmservices.payments.account.GatewayAccount;
import com.gmservices.payments.account.GatewayAccounts;
import com.gmservices.payments.gateway.PaymentGateway;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The gateways through which payers can pay here. */
@Component
class Gateways {

    private final Map<String, PaymentGateway> gateways;
    private final GatewayAccounts accounts;
    private final Deployment deployment;

    Gateways(List<PaymentGateway> gateways, GatewayAccounts accounts, Deployment deployment) {
        this.gateways = gateways.stream().collect(Collectors.toMap(PaymentGateway::name, Function.identity()));
        this.accounts = accounts;
        this.deployment = deployment;
    }

    /** What a payer can choose among for an amount in this currency, in the order that the business prefers. */
    List<Choice> choices(Currency currency) {
        return open(currency).stream()
                .flatMap(it -> it.methods().stream().map(method -> Choice.of(it.name(), method)))
                .toList();
    }

    /** Their names, whatever the currency. */
    List<String> open() {
        Map<String, GatewayAccount> known = accounts.all();
        return gateways.values().stream()
                .filter(gateway -> isOpen(gateway, known))
                .map(PaymentGateway::name)
                .sorted()
                .toList();
    }

    /** Of all that may ever have taken something, open or not. */
    List<String> names() {
        Map<String, GatewayAccount> known = accounts.all();
        return gateways.values().stream()
                .filter(gateway -> isOpen(gateway, known) || known.containsKey(gateway.name()))
                .map(PaymentGateway::name)
                .sorted()
                .toList();
    }

    /** Whether a payer who pays here may find that no real money moves. */
    boolean areForTrying() {
        Map<String, GatewayAccount> known = accounts.all();
        return gateways.values().stream()
                .filter(gateway -> isOpen(gateway, known))
                .anyMatch(gateway -> isForTrying(gateway, known));
    }

    /**
     * For a new try.
     *
     * @throws PaymentRefused.UnsupportedGateway when it is not set up, switched off, or does not take the currency
     */
    PaymentGateway named(String name, Currency currency) {
        PaymentGateway gateway = named(name);
        if (!takes(gateway, currency, accounts.all())) {
            throw new PaymentRefused.UnsupportedGateway("%s does not take %s here".formatted(name, currency));
        }
        return gateway;
    }

    PaymentGateway named(String name) {
        PaymentGateway gateway = find(name)
                .orElseThrow(
                        () -> new PaymentRefused.UnsupportedGateway("There is no gateway called %s".formatted(name)));
        if (!isOpen(gateway, accounts.all())) {
            throw new PaymentRefused.UnsupportedGateway(
                    "The gateway %s is not set up for this business".formatted(name));
        }
        return gateway;
    }

    /** The one to turn to when this one is out of order. */
    Optional<PaymentGateway> after(String name, Currency currency) {
        List<PaymentGateway> open = open(currency);
        return open.stream()
                .skip(open.stream().map(PaymentGateway::name).toList().indexOf(name) + 1L)
                .filter(gateway -> !gateway.name().equals(name))
                .findFirst();
    }

    /** For what was tried there, whatever has been closed since. */
    PaymentGateway of(String name) {
        return find(name).orElseThrow();
    }

    void check(String gateway, String method) {
        PaymentGateway named = named(gateway);
        if (!named.takes(method)) {
            throw new PaymentRefused.Unfit(
                    "/payment_method", "%s takes %s".formatted(gateway, String.join(", ", named.methods())));
        }
    }

    private List<PaymentGateway> open(Currency currency) {
        Map<String, GatewayAccount> known = accounts.all();
        return gateways.values().stream()
                .filter(gateway -> isOpen(gateway, known) && takes(gateway, currency, known))
                .sorted(Comparator.<PaymentGateway>comparingInt(gateway -> place(gateway, known))
                        .thenComparing(PaymentGateway::name))
                .toList();
    }

    private Optional<PaymentGateway> find(String name) {
        return Optional.ofNullable(gateways.get(name));
    }

    /** What is for trying needs no account: it is there until it is switched off, and never in production. */
    private boolean isOpen(PaymentGateway gateway, Map<String, GatewayAccount> known) {
        GatewayAccount account = known.get(gateway.name());
        return gateway.isForTrying()
                ? !deployment.isProduction() && (account == null || account.enabled())
                : account != null && account.enabled();
    }

    private static boolean isForTrying(PaymentGateway gateway, Map<String, GatewayAccount> known) {
        GatewayAccount account = known.get(gateway.name());
        return gateway.isForTrying() || (account != null && !account.live());
    }

    private static boolean takes(PaymentGateway gateway, Currency currency, Map<String, GatewayAccount> known) {
        GatewayAccount account = known.get(gateway.name());
        return gateway.knows(currency) && (account == null || account.takes(currency));
    }

    private static int place(PaymentGateway gateway, Map<String, GatewayAccount> known) {
        GatewayAccount account = known.get(gateway.name());
        return account == null ? Integer.MAX_VALUE : account.place();
    }
}
