package com.gmservices.requests;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.requests.Offering.Rating;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who can be assigned to the current tenant's requests. */
@Service
@Transactional
public class Providers {

    private final JdbcClient jdbc;
    private final ServiceLines lines;
    private final Members members;
    private final Clock clock;

    Providers(JdbcClient jdbc, ServiceLines lines, Members members, Clock clock) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.members = members;
        this.clock = clock;
    }

    public record Draft(String name, @Nullable MemberId member, Set<String> serviceTypes, boolean active) {}

    /** A provider for one type of service, with how many open requests they have. */
    public record Suggestion(Provider provider, int openRequests) {}

    @Transactional(readOnly = true)
    public Page<Provider> list(CurrentMember staff, Cursor cursor, int limit) {
        staff.require("read:providers");
        List<Provider> rows = jdbc.sql("""
                select * from requests.provider where tenant_id = ? and id < ? order by id desc limit ?
                """)
                .params(staff.tenant().value(), cursor.after(), limit + 1)
                .query(Providers::toProvider)
                .list();
        return Page.of(rows, limit, provider -> provider.id().value());
    }

    @Transactional(readOnly = true)
    public Optional<Provider> find(ProviderId id) {
        return Optional.ofNullable(findAll(Set.of(id)).get(id));
    }

    @Transactional(readOnly = true)
    public Map<ProviderId, Provider> findAll(Collection<ProviderId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select * from requests.provider where tenant_id = ? and id = any (?)")
                .params(
                        CurrentTenant.id().value(),
                        ids.stream().map(ProviderId::value).toArray(UUID[]::new))
                .query(Providers::toProvider)
                .list()
                .stream()
                .collect(Collectors.toMap(Provider::id, Function.identity()));
    }

    /** As whom a member is assigned. */
    @Transactional(readOnly = true)
    public List<ProviderId> of(MemberId member) {
        return jdbc.sql("select id from requests.provider where tenant_id = ? and member_id = ?")
                .params(CurrentTenant.id().value(), member.value())
                .query((row, index) -> new ProviderId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Active, for this type of service, the least open work first, better ratings before worse. */
    @Transactional(readOnly = true)
    public List<Suggestion> suggest(CurrentMember staff, String serviceType) {
        staff.require("assign:requests");
        return jdbc.sql("""
                select p.*, (select count(*) from requests.on_desk r
                             where r.tenant_id = :tenant and r.provider_id = p.id and r.due_at is not null) as open
                from requests.provider p
                where p.tenant_id = :tenant and p.active and :type = any (p.service_types)
                order by open, p.rating_sum::float / greatest(p.rating_count, 1) desc, p.id
                limit 50
                """)
                .param("tenant", staff.tenant().value())
                .param("type", serviceType)
                .query((row, index) -> new Suggestion(toProvider(row, index), row.getInt("open")))
                .list();
    }

    /** How many open requests each has; none is left out. */
    @Transactional(readOnly = true)
    public Map<ProviderId, Integer> openRequests(CurrentMember staff) {
        staff.require("read:providers");
        return jdbc
                .sql("""
                select provider_id, count(*) as open from requests.on_desk
                where tenant_id = ? and provider_id is not null and due_at is not null
                group by provider_id
                """)
                .param(staff.tenant().value())
                .query((row, index) ->
                        Map.entry(new ProviderId(row.getObject("provider_id", UUID.class)), row.getInt("open")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public Provider add(CurrentMember admin, Draft draft) {
        admin.require("update:providers");
        requireStaff(draft.member());
        ProviderId id = ProviderId.next();
        bind(jdbc.sql("""
                insert into requests.provider (tenant_id, id, name, member_id, service_types, active, created_at)
                values (:tenant, :id, :name, :member, :types, :active, :now)
                """), id, draft)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return find(id).orElseThrow();
    }

    public Provider change(CurrentMember admin, ProviderId id, int revision, Draft draft) {
        admin.require("update:providers");
        Provider before = find(id).orElseThrow(() -> new RequestRefused.NotFound("provider"));
        if (!Objects.equals(before.member(), draft.member())) {
            requireStaff(draft.member());
        }
        int changed = bind(jdbc.sql("""
                update requests.provider
                set name = :name, member_id = :member, service_types = :types, active = :active, revision = revision + 1
                where tenant_id = :tenant and id = :id and revision = :revision
                """), id, draft).param("revision", revision).update();
        if (changed == 0) {
            throw new RequestRefused.Stale();
        }
        return find(id).orElseThrow();
    }

    void rate(ProviderId id, int stars) {
        jdbc.sql("""
                update requests.provider set rating_sum = rating_sum + ?, rating_count = rating_count + 1
                where tenant_id = ? and id = ?
                """).params(stars, CurrentTenant.id().value(), id.value()).update();
    }

    private void requireStaff(@Nullable MemberId member) {
        if (member != null && members.find(member).filter(Member::isStaff).isEmpty()) {
            throw new RequestRefused.Unfit("/member_id", "Nobody of the staff has this id");
        }
    }

    private StatementSpec bind(StatementSpec statement, ProviderId id, Draft draft) {
        for (String type : draft.serviceTypes()) {
            if (lines.find(type).isEmpty()) {
                throw new RequestRefused.Unfit("/service_types", "There is no type of service " + type);
            }
        }
        return statement
                .param("tenant", CurrentTenant.id().value())
                .param("id", id.value())
                .param("name", draft.name().strip())
                .param("member", draft.member() == null ? null : draft.member().value())
                .param("types", draft.serviceTypes().stream().sorted().toArray(String[]::new))
                .param("active", draft.active());
    }

    private static Provider toProvider(ResultSet row, int index) throws SQLException {
        UUID member = row.getObject("member_id", UUID.class);
        return new Provider(
                new ProviderId(row.getObject("id", UUID.class)),
                row.getString("name"),
                member == null ? null : new MemberId(member),
                Stream.of((String[]) row.getArray("service_types").getArray()).collect(Collectors.toSet()),
                Rating.of(row.getLong("rating_sum"), row.getInt("rating_count")),
                row.getBoolean("active"),
                row.getInt("revision"));
    }
}
