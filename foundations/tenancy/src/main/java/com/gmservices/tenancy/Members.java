package com.gmservices.tenancy;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.annotation.JsonDeserialize;

/** The people that the current tenant knows. */
@Service
@Transactional
public class Members {

    /** What was taken away by another node is gone within this. */
    static final Duration KEPT = Duration.ofSeconds(1);

    private final MemberRows rows;
    private final TransactionTemplate transactions;
    private final Roles roles;
    private final Holdings holdings;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final RecentlySeen<Membership, Optional<Member>> signedIn = new RecentlySeen<>(50_000, KEPT);

    private record Membership(TenantId tenant, IdentityId identity) {}

    Members(
            MemberRows rows,
            TransactionTemplate transactions,
            Roles roles,
            Holdings holdings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.transactions = transactions;
        this.roles = roles;
        this.holdings = holdings;
        this.events = events;
        this.clock = clock;
    }

    /** Somebody's contact as staff or the person writes it down; what is empty is not known. */
    public record Contact(
            @NotBlank @Size(max = 160) String name,
            @Email @Size(max = 254) @Nullable String email,
            @Size(max = 40) @Nullable String phone) {

        public Contact {
            name = Objects.requireNonNullElse(name, "").strip();
            email = known(email);
            phone = known(phone);
        }
    }

    /**
     * What may be said of a member; null leaves a value as it is, and an empty e-mail or phone removes it.
     *
     * @param roles codes of built-in roles, and slugs or ids of the tenant's own
     * @param rolesUntil when roles run out; null instead of a time lets one last
     */
    public record Change(
            @Size(max = 160) @Nullable String name,

            @JsonDeserialize(using = Removable.class) @Email @Size(max = 254) @Nullable
            String email,

            @JsonDeserialize(using = Removable.class) @Size(max = 40) @Nullable
            String phone,

            @Schema(description = "`customer`, `staff`, `admin`, or the code of a role of your own")
            @Size(max = 50)
            @Nullable
            Set<@NotNull String> roles,

            @Schema(description = "When roles run out, by their codes; null instead of a time lets one last")
            @Size(max = 50)
            @Nullable
            Map<String, @Nullable Instant> rolesUntil,

            @Nullable Boolean active) {

        public Change {
            name = name == null ? null : name.strip();
            email = email == null ? null : email.strip();
            phone = phone == null ? null : phone.strip();
        }

        public Change(
                @Nullable String name,
                @Nullable String email,
                @Nullable String phone,
                @Nullable Set<String> roles,
                @Nullable Boolean active) {
            this(name, email, phone, roles, null, active);
        }

        private Member on(Member member, int revision) {
            return new Member(
                    member.tenant(),
                    member.id(),
                    member.identity(),
                    Objects.requireNonNullElse(name, member.name()),
                    email == null ? member.email() : known(email),
                    phone == null ? member.phone() : known(phone),
                    member.roles(),
                    member.owner(),
                    Objects.requireNonNullElse(active, member.active()),
                    revision,
                    member.createdAt(),
                    member.ownRoles(),
                    member.until());
        }
    }

    /** For a person who comes to a business by signing up, registering or accepting an invitation. */
    public Member join(IdentityId identity, Contact contact, Set<Role> roles, boolean owner) {
        TenantId tenant = CurrentTenant.id();
        rows.insertOrAddRoles(newcomer(identity, contact, roles, owner));
        forget();
        Member member = rows.find(tenant, identity).orElseThrow();
        events.publishEvent(new TenancyEvent.MemberAdded(tenant, member.id()));
        return member;
    }

    /**
     * Whoever has proved that an address is theirs, to a business that knows somebody by it who cannot sign in, is that
     * member: a walk-in of years ago, or one of those who came with it from another installation.
     */
    public void recognise(IdentityId identity, String email) {
        rows.recognise(CurrentTenant.id(), identity, email);
        forget();
    }

    /** A person has another name or telephone number; one they do not tell stays as the business knows it. */
    public void rename(IdentityId identity, String name, @Nullable String phone) {
        TenantId tenant = CurrentTenant.id();
        rows.rename(tenant, identity, name, phone);
        forget();
        rows.find(tenant, identity)
                .ifPresent(member -> events.publishEvent(new TenancyEvent.MemberChanged(tenant, member.id())));
    }

    /** A customer whom staff write down: no sign-in. */
    public Member add(CurrentMember staff, Contact contact) {
        staff.require("create:members");
        Member member = newcomer(null, contact, Set.of(Role.CUSTOMER), false);
        check(member);
        rows.insert(member);
        events.publishEvent(new TenancyEvent.MemberAdded(member.tenant(), member.id()));
        return member;
    }

    /** A machine, so that histories say what did it: it has no sign-in and no roles, and is in no list of people. */
    public Member addMachine(String name) {
        Member machine = newcomer(null, new Contact(name, null, null), Set.of(), false);
        rows.insert(machine);
        events.publishEvent(new TenancyEvent.MemberAdded(machine.tenant(), machine.id()));
        return machine;
    }

    /** Who somebody is to the current tenant, with what they may do; empty for strangers and inactive members. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<CurrentMember> current(IdentityId identity) {
        var key = new Membership(CurrentTenant.id(), identity);
        return signedIn.get(key, it -> transactions.execute(status -> rows.find(it.tenant(), it.identity())))
                .filter(Member::active)
                .map(this::toCurrent);
    }

    public CurrentMember toCurrent(Member stored) {
        Member member = stored.at(clock.instant());
        return new CurrentMember(
                member.tenant(),
                member.id(),
                member.identity(),
                member.name(),
                member.roles(),
                roles.of(member),
                roles.held(member).map(OwnRole::slug).collect(Collectors.toSet()));
    }

    @Transactional(readOnly = true)
    public Optional<Member> find(MemberId id) {
        return rows.find(CurrentTenant.id(), id);
    }

    /** By id, for lists that show names; those that are not there are left out. */
    @Transactional(readOnly = true)
    public Map<MemberId, Member> findAll(Collection<MemberId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : rows.findAll(CurrentTenant.id(), ids).stream()
                        .collect(Collectors.toMap(Member::id, Function.identity()));
    }

    /** What these people are here, by who they are; strangers are left out. */
    @Transactional(readOnly = true)
    public Map<IdentityId, Member> findAllOf(Collection<IdentityId> people) {
        return people.isEmpty()
                ? Map.of()
                : rows.findAllOf(CurrentTenant.id(), people).stream()
                        .collect(Collectors.toMap(it -> Objects.requireNonNull(it.identity()), Function.identity()));
    }

    /** Everybody who works for the tenant. */
    @Transactional(readOnly = true)
    public List<Member> staff() {
        return rows.staff(CurrentTenant.id());
    }

    /** The newest first, of one role or all, whose name, e-mail or phone contains the words. */
    @Transactional(readOnly = true)
    public Page<Member> list(
            CurrentMember staff, @Nullable Role role, @Nullable String words, Cursor cursor, int limit) {
        staff.require("read:members");
        return Page.of(
                rows.newest(staff.tenant(), role, words == null ? "" : words.strip(), cursor, limit + 1),
                limit,
                member -> member.id().value());
    }

    /** The businesses of a person, whichever tenant is current. */
    @Transactional(readOnly = true)
    public List<Member> ofIdentity(IdentityId identity) {
        return rows.ofIdentity(identity);
    }

    /** Staff mend a customer's contact; staff themselves are the administrators' to change. */
    public static boolean mayChange(CurrentMember editor, Member member) {
        return editor.may("update:members") || (editor.may("create:members") && member.isOnlyCustomer());
    }

    /** If the revision is still the stored one; the answer has the next. The owner stays an active administrator. */
    public Member change(CurrentMember editor, MemberId id, int revision, Change change) {
        editor.require("create:members");
        Member before = find(id).orElseThrow(() -> new TenancyRefused.NotFound("member"));
        Member after = holdings.changed(change.on(before, revision), change);
        boolean isOnlyContact = after.roleKeys().equals(before.roleKeys())
                && after.until().equals(before.until())
                && after.active() == before.active();
        if (!isOnlyContact || !mayChange(editor, before)) {
            editor.require("update:members");
        }
        check(after);
        if (!isOnlyContact) {
            holdings.check(editor, before, after);
        }
        if (!rows.replace(after)) {
            throw new TenancyRefused.ChangedMeanwhile();
        }
        forget();
        events.publishEvent(new TenancyEvent.MemberChanged(editor.tenant(), id));
        return find(id).orElseThrow();
    }

    /** When the transaction ends, for whoever has changed what members are. */
    void forget() {
        AfterTransaction.run(signedIn::forgetAll);
    }

    private static void check(Member member) {
        var wrong = new Faults();
        wrong.unless(!member.name().isEmpty(), "/name", "A member has a name");
        wrong.unless(!member.roleKeys().isEmpty(), "/roles", "A member has at least one role");
        wrong.check();
    }

    private Member newcomer(@Nullable IdentityId identity, Contact contact, Set<Role> roles, boolean owner) {
        return new Member(
                CurrentTenant.id(),
                MemberId.next(),
                identity,
                contact.name(),
                contact.email(),
                contact.phone(),
                roles,
                owner,
                true,
                1,
                clock.instant());
    }

    private static @Nullable String known(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
