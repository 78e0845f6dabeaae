package com.gmservices.payments.sandbox;

import com.gmservices.database.Ids;
import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Statement.Movement;
import com.gmservices.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the sandbox owes a business, and pays out when it is told to. */
@Component
class SandboxPayouts {

    private final JdbcClient jdbc;
    private final SandboxStatement statement;
    private final Clock clock;

    SandboxPayouts(JdbcClient jdbc, SandboxStatement statement, Clock clock) {
        this.jdbc = jdbc;
        this.statement = statement;
        this.clock = clock;
    }

    /** One for each currency. */
    List<Money> owed() {
        return statement.movements(Instant.EPOCH, clock.instant().plusNanos(1_000)).stream()
                .map(SandboxPayouts::owed)
                .collect(Collectors.groupingBy(Money::currency, Collectors.reducing(0L, Money::amount, Long::sum)))
                .entrySet()
                .stream()
                .map(sum -> new Money(sum.getValue(), sum.getKey()))
                .toList();
    }

    private static Money owed(Movement movement) {
        Money none = Money.zero(movement.gross().currency());
        return switch (movement.kind()) {
            case CHARGE, DISPUTE_WON -> movement.gross().minus(movement.fee());
            case REFUND, DISPUTE, PAYOUT, FEE -> none.minus(movement.gross()).minus(movement.fee());
        };
    }

    @Transactional
    void payOut() {
        owed().stream()
                .filter(Money::isPositive)
                .forEach(amount -> jdbc.sql("""
                        insert into payments.sandbox_payout (tenant_id, id, currency, amount, at) values (?, ?, ?, ?, ?)
                        """)
                        .params(
                                CurrentTenant.id().value(),
                                Ids.next(),
                                amount.currency().getCurrencyCode(),
                                amount.amount(),
                                clock.instant().atOffset(ZoneOffset.UTC))
                        .update());
    }
}
