package com.gmservices.tenancy;

import com.gmservices.database.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class MemberRows {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    MemberRows(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    void insert(Member member) {
        bind("""
                insert into tenancy.member (tenant_id, id, name, email, phone, roles, created_at)
                values (:tenant, :id, :name, :email, :phone, :roles, :created)
                """, member).update();
    }

    /** A person who is known already gets the roles beside their own. */
    void insertOrAddRoles(Member member) {
        bind("""
                insert into tenancy.member (tenant_id, id, identity_id, name, email, phone, roles, owner, created_at)
                values (:tenant, :id, :identity, :name, :email, :phone, :roles, :owner, :created)
                on conflict (tenant_id, identity_id) do update
                set roles = (select array_agg(distinct r) from unnest(tenancy.member.roles || excluded.roles) r),
                    roles_until = tenancy.member.roles_until - excluded.roles,
                    revision = tenancy.member.revision + 1
                """, member).update();
    }

    /** The first of those by that address, unless the person is known already. */
    void recognise(TenantId tenant, IdentityId identity, String email) {
        jdbc.sql("""
                update tenancy.member set identity_id = :identity, revision = revision + 1
                where tenant_id = :tenant and id = (
                    select id from tenancy.member
                    where tenant_id = :tenant and lower(email) = lower(:email) and identity_id is null and active
                    order by id limit 1)
                  and not exists (
                    select from tenancy.member where tenant_id = :tenant and identity_id = :identity)
                """)
                .param("tenant", tenant.value())
                .param("identity", identity.value())
                .param("email", email)
                .update();
    }

    /** Compare and set: false when the stored revision is another one. */
    boolean replace(Member member) {
        return bind("""
                update tenancy.member
                set name = :name, email = :email, phone = :phone, roles = :roles, roles_until = :until::jsonb,
                    active = :active, revision = revision + 1
                where tenant_id = :tenant and id = :id and revision = :revision
                """, member).update() == 1;
    }

    void rename(TenantId tenant, IdentityId identity, String name, @Nullable String phone) {
        jdbc.sql("""
                update tenancy.member
                set name = :name, phone = coalesce(:phone, phone), revision = revision + 1
                where tenant_id = :tenant and identity_id = :identity
                """)
                .param("name", name)
                .param("phone", phone)
                .param("tenant", tenant.value())
                .param("identity", identity.value())
                .update();
    }

    Optional<Member> find(TenantId tenant, MemberId id) {
        return jdbc.sql("select * from tenancy.member where tenant_id = ? and id = ?")
                .params(tenant.value(), id.value())
                .query(this::toMember)
                .optional();
    }

    Optional<Member> find(TenantId tenant, IdentityId identity) {
        return jdbc.sql("select * from tenancy.member where tenant_id = ? and identity_id = ?")
                .params(tenant.value(), identity.value())
                .query(this::toMember)
                .optional();
    }

    List<Member> findAll(TenantId tenant, Collection<MemberId> ids) {
        return jdbc.sql("select * from tenancy.member where tenant_id = ? and id = any (?)")
                .params(tenant.value(), ids.stream().map(MemberId::value).toArray(UUID[]::new))
                .query(this::toMember)
                .list();
    }

    List<Member> findAllOf(TenantId tenant, Collection<IdentityId> people) {
        return jdbc.sql("select * from tenancy.member where tenant_id = ? and identity_id = any (?)")
                .params(tenant.value(), people.stream().map(IdentityId::value).toArray(UUID[]::new))
                .query(this::toMember)
                .list();
    }

    List<Member> staff(TenantId tenant) {
        return jdbc.sql("""
                select * from tenancy.member where tenant_id = ? and active and not roles <@ array['customer'] order by id
                """).param(tenant.value()).query(this::toMember).list().stream()
                .filter(Member::isStaff)
                .toList();
    }

    /** A telephone number is found by its digits, however it is written and with or without the country before it. */
    List<Member> newest(TenantId tenant, @Nullable Role role, String words, Cursor cursor, int limit) {
        return jdbc.sql("""
                select * from tenancy.member
                where tenant_id = :tenant and id < :after and cardinality(roles) > 0
                  and (:role::text is null
                       or :role = any (roles) and coalesce((roles_until ->> :role)::timestamptz > :now, true))
                  and (:words = '' or strpos(lower(name), lower(:words)) > 0 or strpos(lower(email), lower(:words)) > 0
                       or length(:digits) > 2 and strpos(regexp_replace(phone, '\\D', '', 'g'), :digits) > 0)
                order by id desc limit :limit
                """)
                .param("tenant", tenant.value())
                .param("after", cursor.after())
                .param("role", role == null ? null : role.code())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("words", words)
                .param("digits", words.replaceAll("\\D", "").replaceFirst("^0+", ""))
                .param("limit", limit)
                .query(this::toMember)
                .list();
    }

    List<Member> holders(TenantId tenant, RoleId role) {
        return jdbc
                .sql("select * from tenancy.member where tenant_id = ? and ? = any (roles) order by id")
                .params(tenant.value(), role.toString())
                .query(this::toMember)
                .list()
                .stream()
                .filter(member -> member.ownRoles().contains(role))
                .toList();
    }

    /** Whoever has no other role stays known as a customer. */
    void takeFromAll(TenantId tenant, RoleId role) {
        jdbc.sql("""
                update tenancy.member
                set roles = case when roles <@ array[:role::text] then array['customer'] else array_remove(roles, :role::text) end,
                    roles_until = roles_until - :role::text, revision = revision + 1
                where tenant_id = :tenant and :role = any (roles)
                """)
                .param("tenant", tenant.value())
                .param("role", role.toString())
                .update();
    }

    void setOwner(TenantId tenant, MemberId id, boolean owner) {
        jdbc.sql("update tenancy.member set owner = ?, revision = revision + 1 where tenant_id = ? and id = ?")
                .params(owner, tenant.value(), id.value())
                .update();
    }

    /** Locks them, so that of two who take each other's rights one waits for the other. */
    List<Member> lockedAdministrators(TenantId tenant) {
        return jdbc.sql("""
                select * from tenancy.member where tenant_id = ? and active and 'admin' = any (roles) order by id for update
                """).param(tenant.value()).query(this::toMember).list();
    }

    /** The database shows a person their own memberships in every tenant once it is told who asks. */
    List<Member> ofIdentity(IdentityId identity) {
        jdbc.sql("select set_config('gm.identity_id', ?, true)")
                .param(identity.toString())
                .query((row, index) -> "")
                .single();
        return jdbc.sql("select * from tenancy.member where identity_id = ? and active order by id")
                .param(identity.value())
                .query(this::toMember)
                .list();
    }

    private JdbcClient.StatementSpec bind(String sql, Member member) {
        return jdbc.sql(sql)
                .param("tenant", member.tenant().value())
                .param("id", member.id().value())
                .param(
                        "identity",
                        member.identity() == null ? null : member.identity().value())
                .param("name", member.name())
                .param("email", member.email())
                .param("phone", member.phone())
                .param("roles", member.roleKeys().toArray(String[]::new))
                .param("until", json.writeValueAsString(member.until()))
                .param("owner", member.owner())
                .param("active", member.active())
                .param("revision", member.revision())
                .param("created", member.createdAt().atOffset(ZoneOffset.UTC));
    }

    private Member toMember(ResultSet row, int index) throws SQLException {
        UUID identity = row.getObject("identity_id", UUID.class);
        var member = new Member(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                new MemberId(row.getObject("id", UUID.class)),
                identity == null ? null : new IdentityId(identity),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                Set.of(),
                row.getBoolean("owner"),
                row.getBoolean("active"),
                row.getInt("revision"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
        return member.holding(Set.of((String[]) row.getArray("roles").getArray()), until(row.getString("roles_until")))
                .at(clock.instant());
    }

    private Map<String, Instant> until(String stored) {
        return stored.equals("{}") ? Map.of() : json.readValue(stored, new TypeReference<Map<String, Instant>>() {});
    }
}
