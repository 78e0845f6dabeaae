package com.gmservices.payments.sandbox;

import com.gmservices.payments.gateway.Means;
import com.gmservices.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The cards that payers have left with the sandbox, in transactions of its own. */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class SandboxWallet {

    private final JdbcClient jdbc;
    private final Clock clock;

    SandboxWallet(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param card null until the payer has chosen one */
    record Place(UUID id, @Nullable String card, String returnTo, boolean forgotten) {}

    /** The same key again is the same place. */
    void prepare(UUID key, String returnTo) {
        jdbc.sql("""
                insert into payments.sandbox_method (tenant_id, id, return_to, created_at) values (?, ?, ?, ?)
                on conflict do nothing
                """)
                .params(
                        CurrentTenant.id().value(),
                        key,
                        returnTo,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The first choice stays. */
    void choose(UUID key, SandboxCard card) {
        jdbc.sql("update payments.sandbox_method set card = ? where tenant_id = ? and id = ? and card is null")
                .params(card.token(), CurrentTenant.id().value(), key)
                .update();
    }

    Optional<Place> find(UUID key) {
        return jdbc.sql("select * from payments.sandbox_method where tenant_id = ? and id = ?")
                .params(CurrentTenant.id().value(), key)
                .query((row, index) -> new Place(
                        row.getObject("id", UUID.class),
                        row.getString("card"),
                        row.getString("return_to"),
                        row.getBoolean("forgotten")))
                .optional();
    }

    void forget(UUID key) {
        jdbc.sql("update payments.sandbox_method set forgotten = true where tenant_id = ? and id = ?")
                .params(CurrentTenant.id().value(), key)
                .update();
    }

    /** What becomes of a charge with a kept card, asked while it is entered: one that was forgotten is declined. */
    @Transactional
    String card(Means kept) {
        boolean gone = SandboxCard.id(kept)
                .flatMap(this::find)
                .filter(Place::forgotten)
                .isPresent();
        return gone ? SandboxGateway.DECLINED : SandboxCard.card(kept);
    }
}
