package com.gmservices.notifications.preference;

import com.gmservices.notifications.NotificationsRefused;
import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.RecentlySeen;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.TenantId;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * In which language and zone people are told: as they have chosen, else as their browser said when they came, else as
 * the business speaks. A person's choice holds wherever they are a member.
 */
@Repository
@Transactional
public class Readers {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final RecentlySeen<TenantId, House> houses = new RecentlySeen<>(20_000);

    Readers(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** What is null is not chosen. */
    public record Reader(
            @Nullable Locale language, @Nullable ZoneId zone) {

        static final Reader UNKNOWN = new Reader(null, null);

        public Locale languageOr(Locale other) {
            return language == null ? other : language;
        }

        public ZoneId zoneOr(ZoneId other) {
            return zone == null ? other : zone;
        }
    }

    public record House(Locale language, int revision) {

        static final House USUAL = new House(Languages.DEFAULT, 0);
    }

    @Transactional(readOnly = true)
    public Reader find(@Nullable IdentityId person) {
        return person == null
                ? Reader.UNKNOWN
                : jdbc.sql("select language, time_zone from notifications.reader where identity_id = ?")
                        .param(person.value())
                        .query((row, index) -> toReader(row.getString("language"), row.getString("time_zone")))
                        .optional()
                        .orElse(Reader.UNKNOWN);
    }

    @Transactional(readOnly = true)
    public Map<IdentityId, Reader> findAll(Collection<IdentityId> people) {
        var readers = new HashMap<IdentityId, Reader>();
        if (!people.isEmpty()) {
            jdbc.sql("select * from notifications.reader where identity_id = any (?)")
                    .param(people.stream().map(IdentityId::value).toArray(UUID[]::new))
                    .query(row -> {
                        readers.put(
                                new IdentityId(row.getObject("identity_id", UUID.class)),
                                toReader(row.getString("language"), row.getString("time_zone")));
                    });
        }
        return readers;
    }

    private static Reader toReader(@Nullable String language, @Nullable String zone) {
        return new Reader(Languages.of(language).orElse(null), zone == null ? null : ZoneId.of(zone));
    }

    /** As their browser said when they came; what was known before stays. */
    public void arrived(IdentityId person, Locale language) {
        jdbc.sql("insert into notifications.reader (identity_id, language) values (?, ?) on conflict do nothing")
                .params(person.value(), language.getLanguage())
                .update();
    }

    public void choose(IdentityId person, @Nullable Locale language, @Nullable ZoneId zone) {
        jdbc.sql("""
                insert into notifications.reader (identity_id, language, time_zone) values (:person, :language, :zone)
                on conflict (identity_id) do update set language = :language, time_zone = :zone
                """)
                .param("person", person.value())
                .param("language", language == null ? null : language.getLanguage())
                .param("zone", zone == null ? null : zone.getId())
                .update();
    }

    /** In a transaction only when nobody looked within seconds: lists ask for each of their lines. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public House house(TenantId tenant) {
        return houses.get(tenant, id -> Objects.requireNonNull(transactions.execute(status -> stored(id))));
    }

    private House stored(TenantId tenant) {
        return jdbc.sql("select * from notifications.house where tenant_id = ?")
                .param(tenant.value())
                .query((row, index) -> new House(
                        Languages.of(row.getString("language")).orElse(Languages.DEFAULT), row.getInt("revision")))
                .optional()
                .orElse(House.USUAL);
    }

    public void speak(TenantId tenant, Locale language) {
        jdbc.sql("""
                insert into notifications.house as h (tenant_id, language) values (:tenant, :language)
                on conflict (tenant_id) do update set language = :language, revision = h.revision + 1
                """)
                .param("tenant", tenant.value())
                .param("language", language.getLanguage())
                .update();
        houses.forgetAll();
    }

    public Locale languageOf(Member member) {
        return find(member.identity()).languageOr(house(member.tenant()).language());
    }

    public ZoneId zoneOf(Member member, Tenant tenant) {
        return find(member.identity()).zoneOr(tenant.timeZone());
    }

    /** @throws NotificationsRefused.Unfit for what is no zone */
    public static @Nullable ZoneId zone(@Nullable String id) {
        try {
            return id == null || id.isBlank() ? null : ZoneId.of(id);
        } catch (DateTimeException e) {
            throw new NotificationsRefused.Unfit("/time_zone", "A zone is written Europe/Paris");
        }
    }

    public Optional<Locale> chosen(@Nullable IdentityId person) {
        return Optional.ofNullable(find(person).language());
    }
}
