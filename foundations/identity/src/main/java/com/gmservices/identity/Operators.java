package com.gmservices.identity;

import com.gmservices.audit.Act;
import com.gmservices.audit.Trail;
import com.gmservices.tenancy.Links;
import com.gmservices.tenancy.Masked;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whoever can start the application on its machine can name operators: by a link that works once, within an hour. */
@Service
class Operators {

    private static final Duration VALID = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final SignIn signIn;
    private final Accounts accounts;
    private final Identities identities;
    private final Links links;
    private final Trail trail;
    private final Clock clock;

    Operators(
            JdbcClient jdbc,
            SignIn signIn,
            Accounts accounts,
            Identities identities,
            Links links,
            Trail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.signIn = signIn;
        this.accounts = accounts;
        this.identities = identities;
        this.links = links;
        this.trail = trail;
        this.clock = clock;
    }

    record Claim(String email, boolean known) {}

    @Transactional
    public URI name(String email) {
        Instant now = clock.instant();
        Opaque token = Opaque.next();
        jdbc.sql("delete from identity.operator_claim where expires_at < ?")
                .param(at(now))
                .update();
        jdbc.sql("insert into identity.operator_claim (token_hash, email, expires_at) values (?, ?, ?)")
                .params(token.hash(), email.strip(), at(now.plus(VALID)))
                .update();
        trail.record(
                Act.of("operator.named", "operator", "unclaimed").to(Map.of("email", Masked.email(email.strip()))));
        return links.platform("/operator/claim/" + token.text());
    }

    Optional<Claim> find(Opaque token) {
        return jdbc.sql("select email from identity.operator_claim where token_hash = ? and expires_at > ?")
                .params(token.hash(), at(clock.instant()))
                .query((row, index) -> row.getString("email"))
                .optional()
                .map(email -> new Claim(email, signIn.isKnown(email)));
    }

    /** @throws IdentityRefused when the link is spent, the password wrong, or a new person's name missing */
    Identity claim(Opaque token, NewPerson answer) {
        Claim claim = find(token).orElseThrow(IdentityRefused.SpentLink::new);
        NewPerson person = answer.at(claim.email());
        if (!claim.known()) {
            accounts.checkNew(person);
        }
        return accounts.proven(person, identity -> {
                    use(token);
                    identities.makeOperator(identity.id());
                    trail.record(Act.of("operator.added", "person", identity.id()), identity.id());
                    return identity;
                })
                .orElseThrow(() -> new IdentityRefused.WrongPassword("/password"));
    }

    private void use(Opaque token) {
        int used = jdbc.sql("delete from identity.operator_claim where token_hash = ?")
                .param(token.hash())
                .update();
        if (used == 0) {
            throw new IdentityRefused.SpentLink();
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
