package com.gmservices.identity;

import com.gmservices.identity.AccountMail.Letter;
import com.gmservices.identity.MailedLinks.Purpose;
import com.gmservices.identity.factors.Factor;
import com.gmservices.identity.factors.Factors;
import com.gmservices.identity.factors.Means;
import com.gmservices.identity.security.KnownDevices;
import com.gmservices.identity.security.Visits;
import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.Links;
import com.gmservices.tenancy.RecentProof;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Another password for somebody: they are signed out wherever else they were, and told by mail. */
@Service
class PasswordChanges {

    private final Identities identities;
    private final Passwords passwords;
    private final Guesses guesses;
    private final PasswordRules rules;
    private final MailedLinks mailed;
    private final RefreshTokens tokens;
    private final Visits visits;
    private final KnownDevices devices;
    private final Factors factors;
    private final RecentProof proof;
    private final SignInTrail trail;
    private final Links links;
    private final ObjectProvider<AccountMail> mail;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PasswordChanges(
            Identities identities,
            Passwords passwords,
            Guesses guesses,
            PasswordRules rules,
            MailedLinks mailed,
            RefreshTokens tokens,
            Visits visits,
            KnownDevices devices,
            Factors factors,
            RecentProof proof,
            SignInTrail trail,
            Links links,
            ObjectProvider<AccountMail> mail,
            TransactionTemplate transactions,
            Clock clock) {
        this.identities = identities;
        this.passwords = passwords;
        this.guesses = guesses;
        this.rules = rules;
        this.mailed = mailed;
        this.tokens = tokens;
        this.visits = visits;
        this.devices = devices;
        this.factors = factors;
        this.proof = proof;
        this.trail = trail;
        this.links = links;
        this.mail = mail;
        this.transactions = transactions;
        this.clock = clock;
    }

    Optional<Identity> ownerOf(Opaque token) {
        return mailed.find(token, Purpose.PASSWORD).flatMap(identities::find);
    }

    /** @throws IdentityRefused when the link is spent or the password weak, which leaves the link as it is */
    void reset(Opaque token, String password) {
        Identity owner = ownerOf(token).orElseThrow(IdentityRefused.SpentLink::new);
        rules.check(password, clues(owner), "/password");
        String hash = passwords.hash(password);
        transactions.executeWithoutResult(status -> {
            IdentityId proven = mailed.use(token, Purpose.PASSWORD).orElseThrow(IdentityRefused.SpentLink::new);
            devices.forget(proven);
            identities.verifyEmail(proven, clock.instant());
            replace(owner, hash, Means.MAILED_LINK, Here.NOWHERE);
        });
    }

    /** Whoever knows the present password has shown one factor, which is not enough where there are two. */
    boolean needsProof(CurrentIdentity person) {
        return factors.areOn(person.id());
    }

    /** @throws IdentityRefused when the present password is another one, or the new one weak */
    void change(CurrentIdentity caller, String present, String next, Here here) {
        if (needsProof(caller)) {
            proof.require();
        }
        Identity owner = identities.find(caller.id()).orElseThrow();
        Optional<Identity> right = guesses.attempt(
                owner.email(), () -> Optional.of(owner).filter(it -> passwords.matches(present, Optional.of(it))));
        if (right.isEmpty()) {
            trail.notProven(caller.id(), Factor.PASSWORD);
            throw new IdentityRefused.WrongPresentPassword();
        }
        rules.check(next, clues(owner), "/password");
        String hash = passwords.hash(next);
        transactions.executeWithoutResult(status -> replace(owner, hash, Means.PASSWORD, here));
    }

    private void replace(Identity owner, String hash, Means by, Here here) {
        identities.changePassword(owner.id(), hash);
        tokens.endOthers(owner.id(), here.family());
        visits.endOthers(owner.id(), here.session());
        mailed.withdraw(owner.id(), Purpose.PASSWORD);
        mailed.withdraw(owner.id(), Purpose.SIGN_IN);
        trail.passwordChanged(owner.id(), by);
        var letter = new Letter(
                owner.email(),
                "identity.mail.password-changed",
                List.of(owner.firstName()),
                links.platform("/password/forgot"));
        mail.ifAvailable(post -> post.send(letter));
    }

    private static List<String> clues(Identity identity) {
        return List.of(identity.email(), identity.firstName(), identity.lastName());
    }
}
