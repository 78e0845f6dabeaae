package com.gmservices.payments.dispute;

import com.gmservices.payments.gateway.Complaints;
import com.gmservices.payments.gateway.Complaints.Complaint;
import com.gmservices.payments.gateway.Complaints.Enclosures;
import com.gmservices.payments.gateway.Complaints.Evidence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Talks to the gateways about complaints: never within a transaction, and has what they say written down. */
@Component
class Hearings {

    private static final Logger log = LoggerFactory.getLogger(Hearings.class);
    /** Each that fails has seen another one write. */
    private static final int TRIES = 10;

    private final Map<String, Complaints> gateways;
    private final DisputedCharges charges;
    private final DisputeRows rows;
    private final Docket docket;
    private final TransactionTemplate transactions;

    Hearings(
            List<Complaints> gateways,
            DisputedCharges charges,
            DisputeRows rows,
            Docket docket,
            TransactionTemplate transactions) {
        this.gateways = gateways.stream().collect(Collectors.toMap(Complaints::gateway, Function.identity()));
        this.charges = charges;
        this.rows = rows;
        this.docket = docket;
        this.transactions = transactions;
    }

    private enum Result {
        WRITTEN,
        READ_AGAIN,
        /** The gateway does not answer, or we do not know of what it speaks. */
        LATER
    }

    /** Reads a complaint and writes what its gateway says of it. False when that has to be tried again. */
    boolean hold(String gateway, String reference) {
        Result result = Result.READ_AGAIN;
        for (int i = 0; i < TRIES && result == Result.READ_AGAIN; i++) {
            Optional<Dispute> seen = transactions.execute(status -> rows.find(gateway, reference));
            result = ask(gateway, reference, it -> it.read(reference))
                    .map(said -> write(gateway, seen, said))
                    .orElse(Result.LATER);
        }
        return result == Result.WRITTEN;
    }

    Enclosures enclosures(Dispute dispute) {
        return Optional.ofNullable(gateways.get(dispute.gateway()))
                .map(Complaints::enclosures)
                .orElseGet(() -> new Enclosures(0, 0, Set.of()));
    }

    /** False when the gateway has not said that it has got it. */
    boolean contest(Dispute seen, Supplier<Evidence> evidence) {
        return tell(seen, it -> it.contest(seen.reference(), evidence.get()));
    }

    /** False when the gateway has not said that it has heard it. */
    boolean accept(Dispute seen) {
        return tell(seen, it -> it.accept(seen.reference()));
    }

    private boolean tell(Dispute seen, Function<Complaints, Complaint> word) {
        Optional<Complaint> said = ask(seen.gateway(), seen.reference(), word.andThen(Optional::of));
        said.filter(it -> write(seen.gateway(), Optional.of(seen), it) == Result.READ_AGAIN)
                .ifPresent(it -> hold(seen.gateway(), seen.reference()));
        return said.isPresent();
    }

    private Result write(String gateway, Optional<Dispute> seen, Complaint said) {
        if (seen.isPresent()) {
            return result(transactions.execute(status -> docket.move(seen.get(), said)));
        }
        return charges.find(gateway, said.key(), said.charge())
                .map(charge -> result(transactions.execute(status -> docket.open(gateway, charge, said))))
                .orElse(Result.LATER);
    }

    private static Result result(boolean written) {
        return written ? Result.WRITTEN : Result.READ_AGAIN;
    }

    /** Empty is silence, or a gateway that knows nothing of it yet. */
    private Optional<Complaint> ask(
            String gateway, String reference, Function<Complaints, Optional<Complaint>> question) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A gateway is not called within a transaction");
        }
        try {
            return Optional.ofNullable(gateways.get(gateway)).flatMap(question);
        } catch (RuntimeException e) {
            log.warn("{} does not answer about its dispute {}", gateway, reference, e);
            return Optional.empty();
        }
    }
}
