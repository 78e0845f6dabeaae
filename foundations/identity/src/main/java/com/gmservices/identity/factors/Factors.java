package com.gmservices.identity.factors;

import com.gmservices.audit.Act;
import com.gmservices.audit.Trail;
import com.gmservices.identity.AccountMail;
import com.gmservices.identity.AccountMail.Letter;
import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.Links;
import com.gmservices.tenancy.RecentlySeen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The second factors that people have set up. Whoever has one needs it at each sign-in; recovery codes stand in for a
 * lost one and are none by themselves. The owner is told by mail of each that comes or goes.
 */
@Service
public class Factors {

    private final JdbcClient jdbc;
    private final Authenticators authenticators;
    private final RecoveryCodes codes;
    private final Passkeys passkeys;
    private final PasskeyRows passkeyRows;
    private final Guesses guesses;
    private final ObjectProvider<AccountMail> mail;
    private final Links links;
    private final Trail trail;
    private final TransactionTemplate transactions;
    private final RecentlySeen<IdentityId, Boolean> protectedPeople = new RecentlySeen<>(20_000);

    Factors(
            JdbcClient jdbc,
            Authenticators authenticators,
            RecoveryCodes codes,
            Passkeys passkeys,
            PasskeyRows passkeyRows,
            Guesses guesses,
            ObjectProvider<AccountMail> mail,
            Links links,
            Trail trail,
            TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.authenticators = authenticators;
        this.codes = codes;
        this.passkeys = passkeys;
        this.passkeyRows = passkeyRows;
        this.guesses = guesses;
        this.mail = mail;
        this.links = links;
        this.trail = trail;
        this.transactions = transactions;
    }

    public record State(boolean totp, int passkeys, int codes) {

        public boolean isOn() {
            return totp || passkeys > 0;
        }

        /** What can be shown in the second step, the likeliest first. */
        public List<Factor> usable() {
            return Stream.of(
                            totp ? Stream.of(Factor.TOTP) : Stream.<Factor>empty(),
                            passkeys > 0 ? Stream.of(Factor.PASSKEY) : Stream.<Factor>empty(),
                            isOn() && codes > 0 ? Stream.of(Factor.RECOVERY_CODE) : Stream.<Factor>empty())
                    .flatMap(it -> it)
                    .toList();
        }

        /** What somebody who has signed in can show once more. */
        public List<Factor> stepUp() {
            return isOn() ? usable() : List.of(Factor.PASSWORD);
        }
    }

    public State of(IdentityId identity) {
        return jdbc.sql("""
                select exists (select from identity.totp t where t.identity_id = :id and t.secret is not null) as totp,
                    (select count(*) from identity.passkey p where p.identity_id = :id) as passkeys,
                    (select count(*) from identity.recovery_code c
                        where c.identity_id = :id and c.used_at is null) as codes
                """)
                .param("id", identity.value())
                .query((row, index) -> new State(row.getBoolean("totp"), row.getInt("passkeys"), row.getInt("codes")))
                .single();
    }

    /** As {@link State#isOn}, up to a few seconds old; what this node changes is seen at once. */
    public boolean areOn(IdentityId identity) {
        return protectedPeople.get(identity, key -> of(key).isOn());
    }

    public Enrolment begin(CurrentIdentity person) {
        return Enrolment.of(authenticators.begin(person.id()), person.email());
    }

    public Optional<Enrolment> pending(CurrentIdentity person) {
        return authenticators.pending(person.id()).map(secret -> Enrolment.of(secret, person.email()));
    }

    /** @return ten new recovery codes */
    public List<String> confirm(CurrentIdentity person, String code) {
        guesses.count(person.id());
        if (!authenticators.confirm(person.id(), tidy(code))) {
            throw new FactorRefused.WrongCode();
        }
        guesses.forget(person.id());
        var sheet = codes.make();
        return told(person, "totp-added", added(person, Factor.TOTP), () -> codes.replace(person.id(), sheet));
    }

    public void removeAuthenticator(CurrentIdentity person) {
        if (!of(person.id()).totp()) {
            return;
        }
        told(person, "totp-removed", removed(person, Factor.TOTP), () -> {
            authenticators.remove(person.id());
            forgetIdleCodes(person.id());
            return true;
        });
    }

    /** @return ten, in the place of those before */
    public List<String> renewCodes(CurrentIdentity person) {
        if (!of(person.id()).isOn()) {
            throw new FactorRefused.OtherFactor();
        }
        var sheet = codes.make();
        Act act = Act.of("person.codes_renewed", "person", person.id());
        return told(person, "codes-renewed", act, () -> codes.replace(person.id(), sheet));
    }

    /** @return ten recovery codes with the first factor, otherwise none */
    public List<String> addPasskey(CurrentIdentity person, String name, byte[] nonce, String credential) {
        boolean first = !of(person.id()).isOn();
        var sheet = first ? codes.make() : new RecoveryCodes.Sheet(List.of(), List.of());
        return told(person, "passkey-added", added(person, Factor.PASSKEY), () -> {
            passkeys.register(person, name, nonce, credential);
            return first ? codes.replace(person.id(), sheet) : List.of();
        });
    }

    public List<Passkey> passkeys(CurrentIdentity person) {
        return passkeyRows.of(person.id());
    }

    public Passkey passkey(CurrentIdentity person, UUID id) {
        return passkeys(person).stream()
                .filter(passkey -> passkey.id().equals(id))
                .findFirst()
                .orElseThrow(FactorRefused.NoSuchPasskey::new);
    }

    public void renamePasskey(CurrentIdentity person, UUID id, String name) {
        found(() -> passkeyRows.rename(person.id(), id, name));
    }

    public void removePasskey(CurrentIdentity person, UUID id) {
        told(person, "passkey-removed", removed(person, Factor.PASSKEY), () -> {
            found(() -> passkeyRows.remove(person.id(), id));
            forgetIdleCodes(person.id());
            return true;
        });
    }

    /** Whether this is the code of somebody's authenticator; each is so once. */
    public boolean isCode(IdentityId identity, String code) {
        return guessed(identity, () -> authenticators.use(identity, tidy(code)));
    }

    public boolean isRecoveryCode(IdentityId identity, String code) {
        return codes.use(identity, code);
    }

    /** For what can be guessed: slower and slower, as long as it is wrong. */
    public boolean guessed(IdentityId identity, BooleanSupplier guess) {
        guesses.count(identity);
        boolean right = guess.getAsBoolean();
        if (right) {
            guesses.forget(identity);
        }
        return right;
    }

    private static Act added(CurrentIdentity person, Factor factor) {
        return Act.of("person.factor_added", "person", person.id()).to(Map.of("factor", factor.code()));
    }

    private static Act removed(CurrentIdentity person, Factor factor) {
        return Act.of("person.factor_removed", "person", person.id()).from(Map.of("factor", factor.code()));
    }

    private <T> T told(CurrentIdentity person, String news, Act act, Supplier<T> change) {
        T result = transactions.execute(status -> {
            T done = change.get();
            trail.record(act);
            var letter = new Letter(person.email(), "identity.mail." + news, List.of(), links.platform("/me/security"));
            mail.ifAvailable(post -> post.send(letter));
            return done;
        });
        protectedPeople.forget(person.id());
        return result;
    }

    private void forgetIdleCodes(IdentityId identity) {
        if (!of(identity).isOn()) {
            codes.forget(identity);
        }
    }

    private static void found(BooleanSupplier change) {
        if (!change.getAsBoolean()) {
            throw new FactorRefused.NoSuchPasskey();
        }
    }

    /** Authenticators show codes as two groups of three. */
    private static String tidy(String code) {
        return code.replaceAll("[\\s-]", "");
    }
}
