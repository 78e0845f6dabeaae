package com.gmservices.payments.account;

import com.gmservices.database.Deployment;
import com.gmservices.database.Ids;
import com.gmservices.payments.account.AccountEvent.GatewaySetUp;
import com.gmservices.payments.account.AccountEvent.LimitSet;
import com.gmservices.payments.account.Limits.Limit;
import com.gmservices.payments.gateway.Credentials;
import com.gmservices.payments.gateway.GatewaySetup;
import com.gmservices.payments.gateway.GatewaySetup.Check;
import com.gmservices.payments.gateway.GatewaySetup.Field;
import com.gmservices.payments.gateway.PaymentGateway;
import com.gmservices.tenancy.CurrentMember;
import java.time.Clock;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Where administrators say through whom they are paid. */
@Service
class Settings {

    static final String MANAGE = "manage:gateways";

    private static final Logger log = LoggerFactory.getLogger(Settings.class);

    private final Map<String, GatewaySetup> setups;
    private final Map<String, PaymentGateway> gateways;
    private final GatewayAccounts accounts;
    private final Limits limits;
    private final Banking banking;
    private final Deployment deployment;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Settings(
            ObjectProvider<GatewaySetup> setups,
            List<PaymentGateway> gateways,
            GatewayAccounts accounts,
            Limits limits,
            Banking banking,
            Deployment deployment,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.setups = setups.stream().collect(Collectors.toMap(GatewaySetup::gateway, Function.identity()));
        this.gateways = gateways.stream().collect(Collectors.toMap(PaymentGateway::name, Function.identity()));
        this.accounts = accounts;
        this.limits = limits;
        this.banking = banking;
        this.deployment = deployment;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** @param values empty ones leave what is there */
    record Wish(boolean live, boolean enabled, Set<Currency> currencies, Map<String, String> values, int revision) {

        Wish {
            currencies = Set.copyOf(currencies);
            values = Map.copyOf(values);
        }
    }

    /** In the order in which payers are offered them. */
    List<Setting> all(CurrentMember admin) {
        admin.require(MANAGE);
        return setups.keySet().stream()
                .filter(this::isThere)
                .map(this::setting)
                .sorted(Comparator.comparingInt((Setting it) -> place(it)).thenComparing(Setting::gateway))
                .toList();
    }

    Setting find(CurrentMember admin, String gateway) {
        admin.require(MANAGE);
        if (!isThere(gateway)) {
            throw new AccountRefused.NoSuchGateway();
        }
        return setting(gateway);
    }

    boolean knows(String gateway, Currency currency) {
        PaymentGateway named = gateways.get(gateway);
        return named != null && named.knows(currency);
    }

    /** Asks the gateway at once whether it fits; what is wrong is kept beside the account. */
    void save(CurrentMember admin, String gateway, Wish wish) {
        Setting before = find(admin, gateway);
        GatewayAccount known = before.account();
        var account = new GatewayAccount(
                known == null ? Ids.next() : known.id(),
                gateway,
                wish.live,
                wish.enabled,
                wish.currencies,
                0,
                null,
                null,
                null,
                wish.revision);
        var values =
                new HashMap<>(accounts.find(gateway).map(Credentials::values).orElse(Map.of()));
        values.putAll(wish.values);
        transactions.executeWithoutResult(status -> {
            if (!accounts.save(account, new Credentials(wish.live, values), clock.instant())) {
                throw new AccountRefused.ChangedMeanwhile();
            }
            events.publishEvent(new GatewaySetUp(
                    admin.tenant(),
                    account.id(),
                    gateway,
                    wish.live,
                    wish.enabled,
                    wish.values.keySet().stream().sorted().toList()));
        });
        if (wish.enabled) {
            check(admin, gateway);
        }
    }

    /** Empty when it was never set up. */
    void check(CurrentMember admin, String gateway) {
        GatewayAccount account = find(admin, gateway).account();
        GatewaySetup setup = setups.get(gateway);
        if (account != null && setup != null) {
            accounts.checked(account, ask(setup), clock.instant());
        }
    }

    void prefer(CurrentMember admin, String gateway) {
        GatewayAccount account = find(admin, gateway).account();
        if (account != null) {
            accounts.prefer(account);
        }
    }

    List<Limit> limits(CurrentMember admin) {
        admin.require(MANAGE);
        return limits.all();
    }

    void limit(CurrentMember admin, Limit limit) {
        admin.require(MANAGE);
        String currency = limit.least().currency().getCurrencyCode();
        transactions.executeWithoutResult(status -> {
            limits.set(limit);
            events.publishEvent(new LimitSet(admin.tenant(), currency, limit.least(), limit.most()));
        });
    }

    void unlimit(CurrentMember admin, Currency currency) {
        admin.require(MANAGE);
        transactions.executeWithoutResult(status -> {
            limits.remove(currency);
            events.publishEvent(new LimitSet(admin.tenant(), currency.getCurrencyCode(), null, null));
        });
    }

    private Check ask(GatewaySetup setup) {
        try {
            return setup.check(accounts.of(setup.gateway()));
        } catch (RuntimeException e) {
            log.warn("{} cannot be checked", setup.gateway(), e);
            return new Check.Wrong("The gateway did not answer: try again in a while.");
        }
    }

    private Setting setting(String gateway) {
        GatewaySetup setup = setups.get(gateway);
        PaymentGateway named = gateways.get(gateway);
        if (setup == null || named == null) {
            throw new AccountRefused.NoSuchGateway();
        }
        List<Field> fields = setup.fields();
        Set<String> given =
                accounts.find(gateway).map(it -> it.values().keySet()).orElse(Set.of());
        return new Setting(
                gateway, accounts.all().get(gateway), fields, given, named.isForTrying(), banking.knows(gateway));
    }

    private boolean isThere(String gateway) {
        PaymentGateway named = gateways.get(gateway);
        return named != null && setups.containsKey(gateway) && !(named.isForTrying() && deployment.isProduction());
    }

    private static int place(Setting setting) {
        GatewayAccount account = setting.account();
        return account == null ? Integer.MAX_VALUE : account.place();
    }
}
