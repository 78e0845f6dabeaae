package com.gmservices.identity;

import com.gmservices.identity.AccountMail.Letter;
import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.Links;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.NewTenant;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** How people come to the platform and to a business. */
@Service
public class Accounts {

    private final SignIn signIn;
    private final PasswordRules rules;
    private final ProvenAddresses addresses;
    private final Identities identities;
    private final Tenants tenants;
    private final Members members;
    private final AsTenant asTenant;
    private final Links links;
    private final ObjectProvider<AccountMail> mail;
    private final TransactionTemplate transactions;

    Accounts(
            SignIn signIn,
            PasswordRules rules,
            ProvenAddresses addresses,
            Identities identities,
            Tenants tenants,
            Members members,
            AsTenant asTenant,
            Links links,
            ObjectProvider<AccountMail> mail,
            TransactionTemplate transactions) {
        this.signIn = signIn;
        this.rules = rules;
        this.addresses = addresses;
        this.identities = identities;
        this.tenants = tenants;
        this.members = members;
        this.asTenant = asTenant;
        this.links = links;
        this.mail = mail;
        this.transactions = transactions;
    }

    record Founded(Tenant tenant, Identity owner) {}

    /**
     * Makes somebody who has signed in a customer of the current tenant, if they are not a member yet.
     *
     * @throws IdentityRefused when the tenant has closed their account
     */
    @Transactional
    public CurrentMember joinAsCustomer(CurrentIdentity person) {
        return members.current(person.id())
                .orElseGet(() ->
                        members.toCurrent(joined(identities.find(person.id()).orElseThrow())));
    }

    private Member joined(Identity identity) {
        Member member = members.join(identity.id(), identity.toContact(), Set.of(Role.CUSTOMER), false);
        if (!member.active()) {
            throw new IdentityRefused.MemberLeft();
        }
        return member;
    }

    /**
     * Makes somebody a customer of the current tenant. If the address is another's, its owner gets a letter, and only
     * they learn of it.
     */
    Optional<Identity> register(NewPerson person) {
        check(person, tenants.current().name(), "/password");
        Optional<Identity> registered = proven(person, proven -> {
            members.join(proven.id(), proven.toContact(), Set.of(Role.CUSTOMER), false);
            addresses.ask(proven.toCurrent());
            return proven;
        });
        if (registered.isEmpty()) {
            transactions.executeWithoutResult(status -> tellOwnerOf(person.email()));
        }
        return registered;
    }

    private void tellOwnerOf(String email) {
        Tenant tenant = tenants.current();
        var letter = new Letter(
                email, "identity.mail.known-address", List.of(tenant.name()), links.tenant(tenant, "/sign-in"));
        mail.ifAvailable(post -> post.send(letter));
    }

    /**
     * A business signs up; its owner is a new person, or one whose password is right.
     *
     * @throws com.gmservices.tenancy.Refusal when the slug is taken or the password wrong
     */
    Founded found(NewTenant business, NewPerson owner) {
        check(owner, business.name(), "/owner/password");
        return proven(owner, identity -> {
                    addresses.ask(identity.toCurrent());
                    return found(business, identity);
                })
                .orElseThrow(() -> new IdentityRefused.WrongPassword("/owner/password"));
    }

    /** Whose address this is. */
    public Optional<IdentityId> ownerOf(String email) {
        return identities.findByEmail(email).map(Identity::id);
    }

    /** A business of somebody who has signed in. */
    Founded found(NewTenant business, CurrentIdentity owner) {
        return found(business, identities.find(owner.id()).orElseThrow());
    }

    private Founded found(NewTenant business, Identity owner) {
        TenantId id = TenantId.next();
        return asTenant.call(id, () -> {
            Tenant tenant = tenants.found(id, business);
            members.join(owner.id(), owner.toContact(), Set.of(Role.ADMIN), true);
            return new Founded(tenant, owner);
        });
    }

    /**
     * Who somebody is by this address and password; a new person if nobody has the address. They are not a member of
     * anything yet, and nobody asks them to confirm the address.
     */
    public IdentityId introduce(String email, String password, String firstName, String lastName) {
        return proven(new NewPerson(email, password, firstName, lastName, null), identity -> {
                    identities.verifyEmail(identity.id(), identity.createdAt());
                    return identity.id();
                })
                .orElseThrow(() -> new IdentityRefused.WrongPassword("/password"));
    }

    /** What is asked of those only who are new; for the others password and address say it all. */
    void checkNew(NewPerson person) {
        if (person.firstName().isEmpty()) {
            throw new IdentityRefused.NameMissing();
        }
        rules.check(person.password(), person.clues(), "/password");
    }

    /** Before anybody looks whether the address is known, lest the answer tell it. */
    private void check(NewPerson person, String business, String pointer) {
        var clues = new ArrayList<>(person.clues());
        clues.add(business);
        rules.check(person.password(), clues, pointer);
    }

    /** Hashes first, and only then takes a connection. Whoever comes twice at the same time is known the second time. */
    <T> Optional<T> proven(NewPerson person, Function<Identity, T> work) {
        try {
            return attempt(person, work);
        } catch (CameMeanwhile race) {
            return attempt(person, work);
        }
    }

    private <T> Optional<T> attempt(NewPerson person, Function<Identity, T> work) {
        return signIn.prove(person)
                .map(proven -> transactions.execute(status -> {
                    if (proven.isNew() && !identities.add(proven.identity())) {
                        throw new CameMeanwhile();
                    }
                    return work.apply(proven.identity());
                }));
    }

    private static final class CameMeanwhile extends ConcurrencyFailureException {
        CameMeanwhile() {
            super("Somebody with that address has come in the meantime");
        }
    }
}
