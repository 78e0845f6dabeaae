package com.gmservices.identity;

import com.gmservices.identity.AccountMail.Letter;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.Links;
import com.gmservices.tenancy.Tenants;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links that prove whose an address is: each is good for one thing, once, and not for long. Only the hash is stored.
 * They lead to a page with a button, because programs that look through mails open links too.
 */
@Component
class MailedLinks {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST_AN_HOUR = 5;

    private final JdbcClient jdbc;
    private final Identities identities;
    private final Links links;
    private final Tenants tenants;
    private final ObjectProvider<AccountMail> mail;
    private final Clock clock;

    MailedLinks(
            JdbcClient jdbc,
            Identities identities,
            Links links,
            Tenants tenants,
            ObjectProvider<AccountMail> mail,
            Clock clock) {
        this.jdbc = jdbc;
        this.identities = identities;
        this.links = links;
        this.tenants = tenants;
        this.mail = mail;
        this.clock = clock;
    }

    enum Purpose {
        PASSWORD(Duration.ofMinutes(30), "/password/reset/"),
        ADDRESS(Duration.ofDays(3), "/verify-email/"),
        SIGN_IN(Duration.ofMinutes(10), "/sign-in/link/");

        private final Duration valid;
        private final String page;

        Purpose(Duration valid, String page) {
            this.valid = valid;
            this.page = page;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Where a link is to lead: on the pages of the business at which it was asked for, or on the platform's. */
    interface Site {

        URI page(String path);
    }

    Site here() {
        return CurrentTenant.find()
                .flatMap(tenants::find)
                .<Site>map(tenant -> path -> links.tenant(tenant, path))
                .orElse(links::platform);
    }

    /** Unless one left within the last minute, or five within the hour. */
    @Transactional
    public void send(Identity identity, Purpose purpose, Site site) {
        if (!mayHaveAnother(identity.id(), purpose)) {
            return;
        }
        Instant now = clock.instant();
        Opaque token = Opaque.next();
        jdbc.sql("""
                insert into identity.mailed_link (token_hash, identity_id, purpose, created_at, expires_at)
                values (?, ?, ?, ?, ?)
                """)
                .params(token.hash(), identity.id().value(), purpose.code(), at(now), at(now.plus(purpose.valid)))
                .update();
        var letter = new Letter(
                identity.email(),
                "identity.mail." + purpose.code(),
                List.of(identity.firstName()),
                site.page(purpose.page + token.text()));
        mail.ifAvailable(post -> post.send(letter));
    }

    /** Whose it is, as long as it can be used. */
    Optional<IdentityId> find(Opaque token, Purpose purpose) {
        return jdbc.sql("""
                select identity_id from identity.mailed_link where token_hash = ? and purpose = ? and expires_at > ?
                """)
                .params(token.hash(), purpose.code(), at(clock.instant()))
                .query((row, index) -> new IdentityId(row.getObject("identity_id", UUID.class)))
                .optional();
    }

    /** Once; what else was mailed for the same purpose is spent with it. */
    @Transactional
    public Optional<IdentityId> use(Opaque token, Purpose purpose) {
        Optional<IdentityId> owner = jdbc.sql("""
                delete from identity.mailed_link where token_hash = ? and purpose = ? and expires_at > ?
                returning identity_id
                """)
                .params(token.hash(), purpose.code(), at(clock.instant()))
                .query((row, index) -> new IdentityId(row.getObject("identity_id", UUID.class)))
                .optional();
        owner.ifPresent(identity -> withdraw(identity, purpose));
        return owner;
    }

    @Transactional
    public void withdraw(IdentityId identity, Purpose purpose) {
        jdbc.sql("delete from identity.mailed_link where identity_id = ? and purpose = ?")
                .params(identity.value(), purpose.code())
                .update();
    }

    /** Of two that ask at once, the second waits until the first is counted. */
    private boolean mayHaveAnother(IdentityId identity, Purpose purpose) {
        identities.lock(identity);
        Instant now = clock.instant();
        return jdbc.sql("""
                select count(*) < :most and count(*) filter (where created_at > :pause) = 0 as free
                from identity.mailed_link
                where identity_id = :identity and purpose = :purpose and created_at > :hour
                """)
                .param("most", MOST_AN_HOUR)
                .param("pause", at(now.minus(PAUSE)))
                .param("hour", at(now.minus(Duration.ofHours(1))))
                .param("identity", identity.value())
                .param("purpose", purpose.code())
                .query((row, index) -> row.getBoolean("free"))
                .single();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
