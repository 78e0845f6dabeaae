package com.gmservices.identity;

import com.gmservices.identity.AccountMail.Letter;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Links;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.TenancyEvent;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.Tenants;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When a business is handed over, both hear of it where they sign in: the new owner, and who might not have done it. */
@Component
class OwnerLetters {

    private final Identities identities;
    private final Members members;
    private final Tenants tenants;
    private final Links links;
    private final ObjectProvider<AccountMail> mail;

    OwnerLetters(
            Identities identities, Members members, Tenants tenants, Links links, ObjectProvider<AccountMail> mail) {
        this.identities = identities;
        this.members = members;
        this.tenants = tenants;
        this.links = links;
        this.mail = mail;
    }

    @EventListener
    void on(TenancyEvent.OwnerChanged event) {
        CurrentTenant.run(event.tenant(), () -> {
            Tenant business = tenants.current();
            Member from = members.find(event.from()).orElseThrow();
            Member to = members.find(event.to()).orElseThrow();
            tell(to, "identity.mail.owner", business, from.name());
            tell(from, "identity.mail.owner-gone", business, to.name());
        });
    }

    private void tell(Member member, String key, Tenant business, String other) {
        Optional.ofNullable(member.identity())
                .flatMap(identities::find)
                .ifPresent(person -> mail.ifAvailable(post -> post.send(new Letter(
                        person.email(),
                        key,
                        List.of(business.name(), other),
                        links.tenant(business, "/members/" + member.id())))));
    }
}
