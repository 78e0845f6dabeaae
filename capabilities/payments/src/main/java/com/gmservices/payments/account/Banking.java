package com.gmservices.payments.account;

import com.gmservices.database.Ids;
import com.gmservices.payments.account.AccountEvent.BankAccountNamed;
import com.gmservices.payments.gateway.Banks;
import com.gmservices.payments.gateway.Banks.Bank;
import com.gmservices.tenancy.CurrentMember;
import java.time.Clock;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where administrators say into which bank account a gateway pays them out, so that the list of payouts says where each
 * has gone. The account itself is set at the gateway: nothing is paid anywhere for what is said here.
 */
@Service
class Banking {

    private static final Logger log = LoggerFactory.getLogger(Banking.class);
    private static final int SHOWN = 4;

    private final Map<String, Banks> banks;
    private final BankAccounts accounts;
    private final GatewayAccounts gateways;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Banking(
            List<Banks> banks,
            BankAccounts accounts,
            GatewayAccounts gateways,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.banks = banks.stream().collect(Collectors.toMap(Banks::gateway, Function.identity()));
        this.accounts = accounts;
        this.gateways = gateways;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the gateway can tell whose an account is, and we are known to it. */
    boolean knows(String gateway) {
        return banks.containsKey(gateway) && gateways.find(gateway).isPresent();
    }

    /** In which there may be an account, in the order of their codes. */
    List<Currency> currencies(CurrentMember admin, String gateway) {
        return of(admin, gateway).currencies().stream()
                .sorted((one, other) -> one.getCurrencyCode().compareTo(other.getCurrencyCode()))
                .toList();
    }

    List<BankAccount> inUse(CurrentMember admin, String gateway) {
        admin.require(Settings.MANAGE);
        return accounts.of(gateway);
    }

    /** @throws AccountRefused.GatewaySilent when it does not say */
    List<Bank> list(CurrentMember admin, String gateway, Currency currency) {
        Banks at = of(admin, gateway);
        return at.currencies().contains(currency) ? ask(gateway, () -> at.of(currency)) : List.of();
    }

    /**
     * Empty when the bank knows no such account.
     *
     * @throws AccountRefused.GatewaySilent when the gateway does not say
     */
    Optional<String> holder(CurrentMember admin, String gateway, Bank bank, String number) {
        Banks at = of(admin, gateway);
        return ask(gateway, () -> at.holder(bank, number));
    }

    void use(CurrentMember admin, String gateway, Currency currency, Bank bank, String number, String holder) {
        admin.require(Settings.MANAGE);
        String ending = number.substring(Math.max(0, number.length() - SHOWN));
        var account = new BankAccount(Ids.next(), gateway, currency, bank, ending, holder, clock.instant());
        try {
            transactions.executeWithoutResult(status -> {
                accounts.use(account, number);
                events.publishEvent(new BankAccountNamed(admin.tenant(), account.id(), gateway, bank.name(), ending));
            });
        } catch (DuplicateKeyException somebodyElse) {
            throw new AccountRefused.ChangedMeanwhile();
        }
    }

    void end(CurrentMember admin, String gateway, Currency currency) {
        admin.require(Settings.MANAGE);
        transactions.executeWithoutResult(status -> {
            if (accounts.end(gateway, currency, clock.instant())) {
                events.publishEvent(new AccountEvent.BankAccountEnded(admin.tenant(), gateway, currency));
            }
        });
    }

    private Banks of(CurrentMember admin, String gateway) {
        admin.require(Settings.MANAGE);
        Banks at = banks.get(gateway);
        if (at == null || gateways.find(gateway).isEmpty()) {
            throw new AccountRefused.NoSuchGateway();
        }
        return at;
    }

    private static <T> T ask(String gateway, Supplier<T> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            log.warn("{} does not answer about banks", gateway, e);
            throw new AccountRefused.GatewaySilent();
        }
    }
}
