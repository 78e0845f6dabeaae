package com.gmservices.portability;

import com.gmservices.identity.AccountMail;
import com.gmservices.identity.AccountMail.Letter;
import com.gmservices.portability.PortabilityRefused.OwnerOnly;
import com.gmservices.portability.PortabilityRefused.TooLate;
import com.gmservices.portability.PortabilityRefused.Unconfirmed;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Links;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Where an owner gives a business up, and may think better of it for thirty days. */
@Service
class Closings {

    static final Duration GRACE = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Tenants tenants;
    private final Members members;
    private final ObjectProvider<AccountMail> mail;
    private final Links links;
    private final Clock clock;

    Closings(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Tenants tenants,
            Members members,
            ObjectProvider<AccountMail> mail,
            Links links,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.tenants = tenants;
        this.members = members;
        this.mail = mail;
        this.links = links;
        this.clock = clock;
    }

    record Closing(Instant askedAt, Instant dueAt, boolean begun) {}

    Optional<Closing> find(CurrentMember member) {
        return transactions.execute(status -> jdbc.sql("select * from portability.closing where tenant_id = ?")
                .param(member.tenant().value())
                .query((row, index) -> new Closing(
                        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                        row.getObject("due_at", OffsetDateTime.class).toInstant(),
                        row.getObject("began_at") != null))
                .optional());
    }

    boolean isOwner(CurrentMember member) {
        return member.may("delete:tenant")
                && members.find(member.id()).filter(Member::owner).isPresent();
    }

    /** @param confirmation the business's short name, as it stands in its address; asked twice it stays as it was */
    Closing ask(CurrentMember owner, @Nullable String confirmation) {
        Tenant tenant = checked(owner);
        if (confirmation == null || !confirmation.strip().equals(tenant.slug())) {
            throw new Unconfirmed("/confirm", tenant.slug());
        }
        Instant now = clock.instant();
        transactions.executeWithoutResult(status -> {
            boolean added = jdbc.sql("""
                            insert into portability.closing (tenant_id, asked_by, asked_at, due_at)
                            values (?, ?, ?, ?) on conflict do nothing
                            """)
                            .params(
                                    owner.tenant().value(),
                                    owner.id().value(),
                                    now.atOffset(ZoneOffset.UTC),
                                    now.plus(GRACE).atOffset(ZoneOffset.UTC))
                            .update()
                    == 1;
            if (added) {
                tellTeam(tenant, "portability.mail.closing", now.plus(GRACE));
            }
        });
        Closing closing = find(owner).orElseThrow();
        tenants.setClosing(owner.tenant(), closing.dueAt());
        return closing;
    }

    /** @throws TooLate when it has begun */
    void callOff(CurrentMember owner) {
        Tenant tenant = checked(owner);
        transactions.executeWithoutResult(status -> {
            int gone = jdbc.sql("delete from portability.closing where tenant_id = ? and began_at is null")
                    .param(owner.tenant().value())
                    .update();
            if (gone == 0 && find(owner).isPresent()) {
                throw new TooLate();
            }
            if (gone == 1) {
                tellTeam(tenant, "portability.mail.kept", clock.instant());
            }
        });
        tenants.setClosing(owner.tenant(), null);
    }

    private Tenant checked(CurrentMember owner) {
        owner.require("delete:tenant");
        if (!isOwner(owner)) {
            throw new OwnerOnly();
        }
        return tenants.current();
    }

    private void tellTeam(Tenant tenant, String key, Instant at) {
        String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Locale.ENGLISH)
                .format(at.atZone(tenant.timeZone()));
        members.staff().stream()
                .map(Member::email)
                .filter(email -> email != null)
                .distinct()
                .forEach(email -> mail.ifAvailable(post -> post.send(
                        new Letter(email, key, List.of(tenant.name(), day), links.tenant(tenant, "/settings/data")))));
    }
}
