package com.gmservices.payments.reconciliation;

import com.gmservices.payments.account.GatewayAccounts;
import com.gmservices.payments.gateway.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The gateways that give an account of themselves. */
@Component
class GatewayStatements {

    private final Map<String, Statement> statements;
    private final GatewayAccounts accounts;
    private final OurSide ours;

    GatewayStatements(List<Statement> statements, GatewayAccounts accounts, OurSide ours) {
        this.accounts = accounts;
        this.ours = ours;
        this.statements = statements.stream().collect(Collectors.toMap(Statement::gateway, Function.identity()));
    }

    SortedSet<String> gateways() {
        return new TreeSet<>(statements.keySet());
    }

    /** Those of them with which the current tenant has to do. */
    SortedSet<String> known() {
        var known = new TreeSet<>(accounts.all().keySet());
        known.addAll(ours.gateways());
        known.retainAll(statements.keySet());
        return known;
    }

    Optional<Statement> of(String gateway) {
        return Optional.ofNullable(statements.get(gateway));
    }
}
