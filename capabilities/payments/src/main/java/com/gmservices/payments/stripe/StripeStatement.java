package com.gmservices.payments.stripe;

import static com.gmservices.payments.stripe.StripeClients.ask;

import com.gmservices.payments.gateway.Statement;
import com.stripe.param.BalanceTransactionListParams;
import com.stripe.service.BalanceTransactionService;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class StripeStatement implements Statement {

    private final StripeClients clients;

    StripeStatement(StripeClients clients) {
        this.clients = clients;
    }

    @Override
    public String gateway() {
        return StripeGateway.NAME;
    }

    @Override
    public List<Movement> movements(Instant from, Instant to) {
        BalanceTransactionService lines = clients.ours().balanceTransactions();
        var params = BalanceTransactionListParams.builder()
                .setCreated(BalanceTransactionListParams.Created.builder()
                        .setGte(firstSecond(from))
                        .setLt(firstSecond(to))
                        .build())
                .setLimit(Pages.SIZE)
                .addExpand("data.source");
        return Pages.all(after -> {
                    params.setStartingAfter(after);
                    return ask(() -> lines.list(params.build()));
                })
                .stream()
                .filter(line -> line.getAmount() != 0 || line.getFee() != 0)
                .map(StripeMovement::of)
                .toList();
    }

    /** Stripe keeps whole seconds: each belongs to the span in which it begins. */
    private static long firstSecond(Instant instant) {
        return instant.getNano() == 0 ? instant.getEpochSecond() : instant.getEpochSecond() + 1;
    }
}
