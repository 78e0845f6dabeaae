package com.gmservices.notifications.preference;

import com.gmservices.notifications.Channel;
import com.gmservices.notifications.NotificationsRefused;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What members have chosen, and by what else it is decided whether something can reach them. */
@Repository
@Transactional
public class Preferences {

    private static final TypeReference<Map<String, Map<Channel, Boolean>>> CHOICES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Preferences(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param browsers ids of push subscriptions */
    public record Reach(Preference preference, boolean isMailSuppressed, boolean isSmsSuppressed, List<UUID> browsers) {

        public static final Reach USUAL = new Reach(Preference.USUAL, false, false, List.of());
    }

    private record Address(
            UUID id, @Nullable String email, @Nullable String phone) {}

    @Transactional(readOnly = true)
    public Preference of(TenantId tenant, MemberId member) {
        return jdbc.sql("select * from notifications.preference where tenant_id = ? and member_id = ?")
                .params(tenant.value(), member.value())
                .query(this::toPreference)
                .optional()
                .orElse(Preference.USUAL);
    }

    /** One question, however many are to be told. */
    @Transactional(readOnly = true)
    public Map<MemberId, Reach> reach(TenantId tenant, Collection<Member> members) {
        List<Address> addresses = members.stream()
                .map(it -> new Address(it.id().value(), Addresses.mail(it.email()), Addresses.typedPhone(it.phone())))
                .toList();
        var reach = new HashMap<MemberId, Reach>();
        jdbc.sql("""
                select m.id, p.quiet_from, p.quiet_until, p.digest, p.choices, p.revision,
                       exists (select from notifications.suppression s where s.tenant_id = :tenant
                               and s.channel = 'mail' and s.address = m.email) as no_mail,
                       exists (select from notifications.suppression s where s.tenant_id = :tenant
                               and s.channel = 'sms' and s.address = m.phone) as no_sms,
                       array(select b.id from notifications.push_subscription b
                             where b.tenant_id = :tenant and b.member_id = m.id) as browsers
                from jsonb_to_recordset(:members::jsonb) as m (id uuid, email text, phone text)
                left join notifications.preference p on p.tenant_id = :tenant and p.member_id = m.id
                """)
                .param("tenant", tenant.value())
                .param("members", json.writeValueAsString(addresses))
                .query(row -> {
                    reach.put(new MemberId(row.getObject("id", UUID.class)), toReach(row));
                });
        return reach;
    }

    private Reach toReach(ResultSet row) throws SQLException {
        return new Reach(
                row.getString("digest") == null ? Preference.USUAL : toPreference(row, 0),
                row.getBoolean("no_mail"),
                row.getBoolean("no_sms"),
                Arrays.asList((UUID[]) row.getArray("browsers").getArray()));
    }

    /** If the revision is still the stored one; nothing stored is revision 0. */
    public Preference replace(TenantId tenant, MemberId member, Preference preference) {
        int changed = jdbc.sql("""
                insert into notifications.preference as p
                    (tenant_id, member_id, quiet_from, quiet_until, digest, choices, revision)
                select :tenant, :member, :from, :until, :digest, :choices::jsonb, 1 where :seen = 0
                    or exists (select from notifications.preference where tenant_id = :tenant and member_id = :member)
                on conflict (tenant_id, member_id) do update
                set quiet_from = :from, quiet_until = :until, digest = :digest, choices = :choices::jsonb,
                    revision = p.revision + 1
                where p.revision = :seen
                """)
                .param("tenant", tenant.value())
                .param("member", member.value())
                .param("from", time(preference.quietHours(), QuietHours::from), Types.TIME)
                .param("until", time(preference.quietHours(), QuietHours::until), Types.TIME)
                .param("digest", preference.digest().code())
                .param("choices", json.writeValueAsString(preference.choices()))
                .param("seen", preference.revision())
                .update();
        if (changed == 0) {
            throw new NotificationsRefused.ChangedMeanwhile();
        }
        return of(tenant, member);
    }

    /** From a link in a mail, which knows of no revision: this one choice, whatever else is changed meanwhile. */
    public void decline(TenantId tenant, MemberId member, String kind, Channel channel) {
        jdbc.sql("""
                insert into notifications.preference as p (tenant_id, member_id, choices)
                values (:tenant, :member, jsonb_build_object(:kind::text, jsonb_build_object(:channel::text, false)))
                on conflict (tenant_id, member_id) do update
                set choices = p.choices || jsonb_build_object(:kind::text,
                        coalesce(p.choices -> :kind::text, '{}') || jsonb_build_object(:channel::text, false)),
                    revision = p.revision + 1
                """)
                .param("tenant", tenant.value())
                .param("member", member.value())
                .param("kind", kind)
                .param("channel", channel.code())
                .update();
    }

    private static @Nullable LocalTime time(@Nullable QuietHours hours, Function<QuietHours, LocalTime> which) {
        return hours == null ? null : which.apply(hours);
    }

    private Preference toPreference(ResultSet row, int index) throws SQLException {
        LocalTime from = row.getObject("quiet_from", LocalTime.class);
        LocalTime until = row.getObject("quiet_until", LocalTime.class);
        return new Preference(
                from == null || until == null ? null : new QuietHours(from, until),
                Digest.of(row.getString("digest")),
                json.readValue(row.getString("choices"), CHOICES),
                row.getInt("revision"));
    }
}
