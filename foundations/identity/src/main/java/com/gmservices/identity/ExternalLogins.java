package com.gmservices.identity;

import com.gmservices.identity.AccountMail.Letter;
import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.Links;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who somebody is that another site vouches for. Known ones are known by that site's own name for them, whatever became
 * of their address. An account here is joined to one there only when both sides have proved the address, or by somebody
 * who has signed in here: else whoever opens an account with another's address, here or there, would come in.
 */
@Service
class ExternalLogins {

    private final JdbcClient jdbc;
    private final Identities identities;
    private final Passwords passwords;
    private final SignInTrail trail;
    private final Links links;
    private final ObjectProvider<AccountMail> mail;
    private final Clock clock;

    ExternalLogins(
            JdbcClient jdbc,
            Identities identities,
            Passwords passwords,
            SignInTrail trail,
            Links links,
            ObjectProvider<AccountMail> mail,
            Clock clock) {
        this.jdbc = jdbc;
        this.identities = identities;
        this.passwords = passwords;
        this.trail = trail;
        this.links = links;
        this.mail = mail;
        this.clock = clock;
    }

    /** Somebody as the other site tells of them. */
    record Voucher(
            Providers.Provider provider,
            String subject,
            String email,
            boolean emailVerified,
            String firstName,
            String lastName) {}

    /** An account elsewhere by which somebody signs in here. */
    record Joined(Providers.Provider provider, Instant at) {}

    sealed interface Outcome {

        record Known(Identity identity) implements Outcome {}

        /** Somebody here has the address, and one of the sides has not proved it. */
        record SignInFirst() implements Outcome {}

        record AddressUnproven() implements Outcome {}

        record BelongsToAnother() implements Outcome {}
    }

    @Transactional
    public Outcome signIn(Voucher voucher) {
        Optional<Identity> known = find(voucher);
        if (known.isPresent()) {
            return new Outcome.Known(known.get());
        }
        if (!voucher.emailVerified() || voucher.email().isBlank()) {
            return new Outcome.AddressUnproven();
        }
        Optional<Identity> here = identities.findByEmail(voucher.email());
        if (here.isPresent() && !here.get().emailVerified()) {
            return new Outcome.SignInFirst();
        }
        return here.map(identity -> join(identity, voucher)).orElseGet(() -> add(voucher));
    }

    /** By somebody who has signed in here and proved at the other site who they are there. */
    @Transactional
    public Outcome join(CurrentIdentity person, Voucher voucher) {
        Optional<Identity> known = find(voucher);
        if (known.isPresent() && !known.get().id().equals(person.id())) {
            return new Outcome.BelongsToAnother();
        }
        return join(identities.find(person.id()).orElseThrow(), voucher);
    }

    List<Joined> of(CurrentIdentity person) {
        return jdbc.sql("""
                select provider, created_at from identity.external_login where identity_id = ? order by created_at
                """)
                .param(person.id().value())
                .query((row, index) -> new Joined(
                        Providers.Provider.of(row.getString("provider")),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * From now on that account signs them in no more. Of two that are removed at once, the second waits to be counted.
     *
     * @throws IdentityRefused when there is no such one, or nothing else by which they sign in
     */
    @Transactional
    public void remove(CurrentIdentity person, String code) {
        identities.lock(person.id());
        List<Joined> all = of(person);
        Providers.Provider provider = all.stream()
                .map(Joined::provider)
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(IdentityRefused.NoSuchProvider::new);
        if (all.size() == 1 && !identities.hasChosenPassword(person.id())) {
            throw new IdentityRefused.LastWay();
        }
        jdbc.sql("delete from identity.external_login where identity_id = ? and provider = ?")
                .params(person.id().value(), code)
                .update();
        trail.providerRemoved(person.id(), provider.means());
        tell(person.email(), "provider-removed", provider);
    }

    private void tell(String email, String news, Providers.Provider provider) {
        var letter = new Letter(email, "identity.mail." + news, List.of(provider.label()), links.platform("/me"));
        mail.ifAvailable(post -> post.send(letter));
    }

    private Outcome join(Identity identity, Voucher voucher) {
        int joined = jdbc.sql("""
                insert into identity.external_login (provider, subject, identity_id, created_at) values (?, ?, ?, ?)
                on conflict do nothing
                """)
                .params(
                        voucher.provider().code(),
                        voucher.subject(),
                        identity.id().value(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (joined == 1) {
            trail.providerJoined(identity.id(), voucher.provider().means());
            tell(identity.email(), "provider-joined", voucher.provider());
        }
        return find(voucher).<Outcome>map(Outcome.Known::new).orElseGet(Outcome.BelongsToAnother::new);
    }

    /** With a password that nobody knows; the owner of the address can have a link mailed to choose one. */
    private Outcome add(Voucher voucher) {
        String name = voucher.firstName().isBlank() ? voucher.email().replaceFirst("@.*", "") : voucher.firstName();
        var person =
                new NewPerson(voucher.email(), Opaque.next().text(), fitting(name), fitting(voucher.lastName()), null);
        Identity identity = Identity.of(person, passwords.hash(person.password()), clock.instant());
        if (!identities.add(identity)) {
            return new Outcome.SignInFirst();
        }
        identities.verifyEmail(identity.id(), clock.instant());
        identities.forgetPassword(identity.id());
        return join(identity, voucher);
    }

    private Optional<Identity> find(Voucher voucher) {
        return jdbc.sql("select identity_id from identity.external_login where provider = ? and subject = ?")
                .params(voucher.provider().code(), voucher.subject())
                .query((row, index) -> new IdentityId(row.getObject("identity_id", UUID.class)))
                .optional()
                .flatMap(identities::find);
    }

    private static String fitting(String name) {
        return name.substring(0, Math.min(name.length(), NewPerson.LONGEST_NAME));
    }
}
