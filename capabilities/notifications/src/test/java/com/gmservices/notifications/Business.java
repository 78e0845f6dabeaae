package com.gmservices.notifications;

import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Domain;
import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.NewTenant;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A business of its own for a test, with the people that the test needs. */
public record Business(TenantId id, String slug, Members members) {

    public static Business found(Tenants tenants, Members members, String name) {
        TenantId id = TenantId.next();
        String slug = "business-" + id.toString().substring(24);
        var wish = new NewTenant(
                slug, name, ZoneId.of("Europe/Paris"), Currency.getInstance("EUR"), Set.of(Domain.AUTOMOTIVE));
        CurrentTenant.call(id, () -> tenants.found(id, wish));
        return new Business(id, slug, members);
    }

    public CurrentMember customer(String name, @Nullable String email) {
        return customer(name, email, null);
    }

    public CurrentMember customer(String name, @Nullable String email, @Nullable String phone) {
        Member member = in(() ->
                members.join(IdentityId.next(), new Members.Contact(name, email, phone), Set.of(Role.CUSTOMER), false));
        return members.toCurrent(member);
    }

    public Member administrator(String name, String email) {
        return in(() ->
                members.join(IdentityId.next(), new Members.Contact(name, email, null), Set.of(Role.ADMIN), true));
    }

    public <T> T in(Callable<T> work) {
        return CurrentTenant.call(id, () -> {
            try {
                return work.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    public void tell(Notifications notifications, Notice... news) {
        CurrentTenant.run(id, () -> notifications.tell(List.of(news)));
    }

    public static Notice quote(CurrentMember recipient, String once) {
        return new Notice(recipient.id(), once, "tests.quote", List.of("SR-1", "€ 40"), "/requests/1").ofKind("tests");
    }

    public static Notice reminder(CurrentMember recipient, String once, Instant at) {
        return new Notice(recipient.id(), once, "tests.reminder", List.of("SR-1", Said.time(at)), "/requests/1")
                .ofKind("test-reminders")
                .until(at);
    }
}
