package com.gmservices.payments;

import com.gmservices.database.Ids;
import com.gmservices.payments.MethodSetups.MethodSetup;
import com.gmservices.payments.gateway.Charge.Payer;
import com.gmservices.payments.gateway.MethodKeeper;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Links;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Tenants;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What members keep to pay with: each sees and changes their own. Gateways are asked outside transactions. */
@Service
class Wallet {

    static final String PAY = "pay:payments";

    private static final Logger log = LoggerFactory.getLogger(Wallet.class);

    private final Map<String, MethodKeeper> keepers;
    private final Gateways gateways;
    private final SavedMethods methods;
    private final MethodSetups setups;
    private final Forgetting forgetting;
    private final Members members;
    private final Tenants tenants;
    private final Links links;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Wallet(
            ObjectProvider<MethodKeeper> keepers,
            Gateways gateways,
            SavedMethods methods,
            MethodSetups setups,
            Forgetting forgetting,
            Members members,
            Tenants tenants,
            Links links,
            TransactionTemplate transactions,
            Clock clock) {
        this.keepers = keepers.stream().collect(Collectors.toMap(MethodKeeper::gateway, Function.identity()));
        this.gateways = gateways;
        this.methods = methods;
        this.setups = setups;
        this.forgetting = forgetting;
        this.members = members;
        this.tenants = tenants;
        this.links = links;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The member's own, the preferred one first. */
    List<SavedMethod> of(CurrentMember member) {
        member.require(PAY);
        return transactions.execute(status -> methods.of(member.id()));
    }

    SavedMethod find(CurrentMember member, UUID id) {
        return of(member).stream()
                .filter(method -> method.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new PaymentRefused.NotFound("payment method"));
    }

    /** The gateways that can keep something without being paid first. */
    List<String> keepers() {
        return gateways.open().stream().filter(keepers::containsKey).toList();
    }

    record Start(UUID id, URI continueAt) {}

    /** With the member's consent, which their wish to do so is. */
    Start start(CurrentMember member, String gateway) {
        member.require(PAY);
        MethodKeeper keeper = keepers.get(gateways.named(gateway).name());
        if (keeper == null) {
            throw new PaymentRefused.UnsupportedGateway(
                    "%s keeps a card only together with a payment".formatted(gateway));
        }
        UUID id = Ids.next();
        URI back = links.tenant(tenants.current(), "/payment-methods/%s/return".formatted(id));
        Payer payer = payer(member);
        MethodKeeper.Start start = ask(gateway, id, () -> keeper.start(id, payer, back));
        transactions.executeWithoutResult(
                status -> setups.add(new MethodSetup(id, gateway, start.reference()), member.id(), clock.instant()));
        return new Start(id, start.continueAt());
    }

    /** When the member comes back from the gateway's page. False when they have entered nothing there. */
    boolean finish(CurrentMember member, UUID id) {
        MethodSetup setup = transactions
                .execute(status -> setups.find(id, member.id()))
                .orElseThrow(() -> new PaymentRefused.NotFound("payment method"));
        return Optional.ofNullable(keepers.get(setup.gateway()))
                .flatMap(keeper -> ask(setup.gateway(), id, () -> keeper.finish(id, setup.reference())))
                .map(means -> transactions.execute(status -> {
                    methods.keep(member.id(), setup.gateway(), means, clock.instant());
                    setups.end(id, clock.instant());
                    return true;
                }))
                .orElse(false);
    }

    void prefer(CurrentMember member, UUID id) {
        SavedMethod method = find(member, id);
        transactions.executeWithoutResult(status -> methods.prefer(method));
    }

    /** Gone here at once, and at the gateway as soon as that answers. */
    void remove(CurrentMember member, UUID id) {
        SavedMethod method = find(member, id);
        Instant now = clock.instant();
        forgetting.forget(transactions.execute(status -> methods.remove(method, now, now.plus(Attempt.LONGEST_CALL))));
    }

    private static <T> T ask(String gateway, UUID id, Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            log.warn("{} does not answer about payment method {}", gateway, id, e);
            throw new PaymentRefused.GatewaySilent(gateway);
        }
    }

    private Payer payer(CurrentMember member) {
        return transactions
                .execute(status -> members.find(member.id()))
                .map(it -> new Payer(it.id().value(), it.name(), it.email()))
                .orElseThrow(() -> new PaymentRefused.NotFound("member"));
    }
}
