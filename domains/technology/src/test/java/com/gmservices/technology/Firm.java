package com.gmservices.technology;

import com.gmservices.requests.ServiceType;
import com.gmservices.requests.line.Counter;
import com.gmservices.tenancy.Domain;
import com.gmservices.tenancy.NewTenant;
import com.gmservices.tenancy.Tenants;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens a firm of its own for each test, which counts in a currency. */
@Component
class Firm {

    private final TechnologyLine line;
    private final Tenants tenants;
    private final TransactionTemplate transactions;

    Firm(TechnologyLine line, Tenants tenants, TransactionTemplate transactions) {
        this.line = line;
        this.tenants = tenants;
        this.transactions = transactions;
    }

    static Stream<ServiceType> types() {
        return Stream.of(
                TechnologyLine.SOFTWARE_DEVELOPMENT,
                TechnologyLine.IT_CONSULTING,
                TechnologyLine.HARDWARE_PROCUREMENT,
                TechnologyLine.SYSTEM_MAINTENANCE);
    }

    static ServiceType typeOf(Record details) {
        return types().filter(type -> type.details().isInstance(details))
                .findFirst()
                .orElseThrow();
    }

    Counter open(String currency) {
        var counter = new Counter(line, transactions);
        counter.inside(() -> tenants.found(
                counter.tenant,
                new NewTenant(
                        "firm-" + counter.tenant.value(),
                        "Marina Systems",
                        ZoneId.of("Africa/Lagos"),
                        Currency.getInstance(currency),
                        Set.of(Domain.TECHNOLOGY))));
        return counter;
    }
}
