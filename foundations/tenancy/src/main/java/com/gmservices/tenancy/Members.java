package com.gmservices.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The people that the current tenant knows. */
@Service
@Transactional
public class Members {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Grants grants;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Cache<Membership, Optional<Member>> signedIn = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofSeconds(5))
            .build();

    private record Membership(TenantId tenant, IdentityId identity) {}

    Members(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Collection<Grants> grants,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.grants = Grants.merged(grants);
        this.events = events;
        this.clock = clock;
    }

    /** Somebody's contact as staff or the person writes it down. */
    public record Contact(
            String name, @Nullable String email, @Nullable String phone) {}

    /** For a person who comes to a business by signing up, registering or accepting an invitation. */
    public Member join(IdentityId identity, Contact contact, Set<Role> roles, boolean owner) {
        TenantId tenant = CurrentTenant.id();
        jdbc.sql("""
                insert into tenancy.member (tenant_id, id, identity_id, name, email, phone, roles, owner, created_at)
                values (:tenant, :id, :identity, :name, :email, :phone, :roles, :owner, :now)
                on conflict (tenant_id, identity_id) do update
                set roles = (select array_agg(distinct r) from unnest(tenancy.member.roles || excluded.roles) r),
                    revision = tenancy.member.revision + 1
                """)
                .param("tenant", tenant.value())
                .param("id", MemberId.next().value())
                .param("identity", identity.value())
                .param("name", contact.name())
                .param("email", contact.email())
                .param("phone", contact.phone())
                .param("roles", codes(roles))
                .param("owner", owner)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        forgetAfterCommit();
        Member member = one("identity_id = ?", identity.value()).orElseThrow();
        events.publishEvent(new TenancyEvent.MemberAdded(tenant, member.id()));
        return member;
    }

    /** A customer whom staff write down: no sign-in. */
    public Member add(CurrentMember staff, Contact contact) {
        staff.require("create:members");
        MemberId id = MemberId.next();
        jdbc.sql("""
                insert into tenancy.member (tenant_id, id, name, email, phone, roles, created_at)
                values (:tenant, :id, :name, :email, :phone, :roles, :now)
                """)
                .param("tenant", staff.tenant().value())
                .param("id", id.value())
                .param("name", contact.name())
                .param("email", contact.email())
                .param("phone", contact.phone())
                .param("roles", codes(Set.of(Role.CUSTOMER)))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(new TenancyEvent.MemberAdded(staff.tenant(), id));
        return find(id).orElseThrow();
    }

    /** Who somebody is to the current tenant, with what they may do; empty for strangers and inactive members. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<CurrentMember> current(IdentityId identity) {
        var key = new Membership(CurrentTenant.id(), identity);
        return signedIn.get(key, it -> transactions.execute(status -> one("identity_id = ?", identity.value())))
                .filter(Member::active)
                .map(this::toCurrent);
    }

    public CurrentMember toCurrent(Member member) {
        return new CurrentMember(
                member.tenant(),
                member.id(),
                member.identity(),
                member.name(),
                member.roles(),
                grants.of(member.roles()));
    }

    @Transactional(readOnly = true)
    public Optional<Member> find(MemberId id) {
        return one("id = ?", id.value());
    }

    /** By id, for lists that show names; those that are not there are left out. */
    @Transactional(readOnly = true)
    public Map<MemberId, Member> findAll(Collection<MemberId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select * from tenancy.member where tenant_id = ? and id = any (?)")
                .params(
                        CurrentTenant.id().value(),
                        ids.stream().map(MemberId::value).toArray(UUID[]::new))
                .query(Members::toMember)
                .list()
                .stream()
                .collect(Collectors.toMap(Member::id, Function.identity()));
    }

    /** Everybody who works for the tenant. */
    @Transactional(readOnly = true)
    public List<Member> staff() {
        return jdbc.sql("""
                select * from tenancy.member where tenant_id = ? and active and roles && array['staff', 'admin'] order by id
                """)
                .param(CurrentTenant.id().value())
                .query(Members::toMember)
                .list();
    }

    /** The newest first, of one role or all. */
    @Transactional(readOnly = true)
    public Page<Member> list(@Nullable Role role, Cursor cursor, int limit) {
        List<Member> rows = jdbc.sql("""
                select * from tenancy.member
                where tenant_id = :tenant and id < :after and (:role::text is null or :role = any (roles))
                order by id desc limit :limit
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("after", cursor.after())
                .param("role", role == null ? null : role.code())
                .param("limit", limit + 1)
                .query(Members::toMember)
                .list();
        return Page.of(rows, limit, member -> member.id().value());
    }

    /** The businesses of a person, whichever tenant is current. */
    @Transactional(readOnly = true)
    public List<Member> ofIdentity(IdentityId identity) {
        jdbc.sql("select set_config('gm.identity_id', ?, true)")
                .param(identity.toString())
                .query((row, index) -> "")
                .single();
        return jdbc.sql("select * from tenancy.member where identity_id = ? and active order by id")
                .param(identity.value())
                .query(Members::toMember)
                .list();
    }

    /** Writes name, contact, roles and activity if the revision is still the stored one. The owner stays administrator. */
    public Member change(CurrentMember admin, Member member) {
        admin.require("update:members");
        Member before = find(member.id()).orElseThrow(() -> new TenancyRefused.NotFound("member"));
        if (before.owner() && !(member.active() && member.roles().contains(Role.ADMIN))) {
            throw new TenancyRefused.OwnerStays();
        }
        if (member.roles().isEmpty()) {
            throw new TenancyRefused.Unfit("/roles", "A member has at least one role");
        }
        int changed = jdbc.sql("""
                update tenancy.member
                set name = :name, email = :email, phone = :phone, roles = :roles, active = :active, revision = revision + 1
                where tenant_id = :tenant and id = :id and revision = :revision
                """)
                .param("name", member.name())
                .param("email", member.email())
                .param("phone", member.phone())
                .param("roles", codes(member.roles()))
                .param("active", member.active())
                .param("tenant", admin.tenant().value())
                .param("id", member.id().value())
                .param("revision", member.revision())
                .update();
        if (changed == 0) {
            throw new TenancyRefused.ChangedMeanwhile();
        }
        forgetAfterCommit();
        events.publishEvent(new TenancyEvent.MemberChanged(admin.tenant(), member.id()));
        return find(member.id()).orElseThrow();
    }

    private Optional<Member> one(String condition, UUID value) {
        return jdbc.sql("select * from tenancy.member where tenant_id = ? and " + condition)
                .params(CurrentTenant.id().value(), value)
                .query(Members::toMember)
                .optional();
    }

    private static Member toMember(ResultSet row, int index) throws SQLException {
        UUID identity = row.getObject("identity_id", UUID.class);
        return new Member(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                new MemberId(row.getObject("id", UUID.class)),
                identity == null ? null : new IdentityId(identity),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                Stream.of((String[]) row.getArray("roles").getArray())
                        .map(Role::of)
                        .collect(Collectors.toSet()),
                row.getBoolean("owner"),
                row.getBoolean("active"),
                row.getInt("revision"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static String[] codes(Set<Role> roles) {
        return roles.stream().sorted().map(Role::code).toArray(String[]::new);
    }

    private void forgetAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                signedIn.invalidateAll();
            }
        });
    }
}
