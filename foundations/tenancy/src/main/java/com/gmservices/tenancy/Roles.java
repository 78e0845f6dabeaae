package com.gmservices.tenancy;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What roles there are at the current tenant and what they allow. Nobody can give what they may not do themselves:
 * neither by making a role of it, nor by giving the role to somebody, nor by taking it from somebody who may do more.
 */
@Service
@Transactional
public class Roles {

    private final RoleRows rows;
    private final MemberRows members;
    private final TransactionTemplate transactions;
    private final Grants grants;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final RecentlySeen<TenantId, List<OwnRole>> seen = new RecentlySeen<>(20_000, Members.KEPT);

    Roles(
            RoleRows rows,
            MemberRows members,
            TransactionTemplate transactions,
            Collection<Grants> grants,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.members = members;
        this.transactions = transactions;
        this.grants = Grants.merged(grants);
        this.events = events;
        this.clock = clock;
    }

    /** What a role is called and allows; null leaves it as it is. */
    public record Wish(
            @Size(max = 60) @Nullable String name,
            @Size(max = 200) @Nullable Set<@NotNull String> permissions) {

        public Wish {
            name = name == null ? null : name.strip();
        }
    }

    /** The tenant's own, by name. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<OwnRole> own() {
        return seen.get(
                CurrentTenant.id(),
                tenant -> Objects.requireNonNull(transactions.execute(status -> List.copyOf(rows.all(tenant)))));
    }

    /** @throws TenancyRefused.NotFound for those of other tenants too */
    @Transactional(propagation = Propagation.SUPPORTS)
    public OwnRole find(RoleId id) {
        return find(role -> role.id().equals(id)).orElseThrow(() -> new TenancyRefused.NotFound("role"));
    }

    /** By its slug or id. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<OwnRole> find(String slugOrId) {
        return find(role -> role.slug().equals(slugOrId) || role.id().toString().equals(slugOrId));
    }

    private Optional<OwnRole> find(Predicate<OwnRole> choice) {
        return own().stream().filter(choice).findFirst();
    }

    public Set<String> of(Role role) {
        return grants.of(Set.of(role));
    }

    /** What a member may do by the roles that they hold; a role that is gone allows nothing. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Set<String> of(Member member) {
        Set<String> builtIn = grants.of(member.roles());
        return member.ownRoles().isEmpty()
                ? builtIn
                : Stream.concat(builtIn.stream(), held(member).flatMap(role -> role.permissions().stream()))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Of the tenant's own roles those that a member holds. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Stream<OwnRole> held(Member member) {
        return member.ownRoles().isEmpty()
                ? Stream.empty()
                : own().stream().filter(role -> member.ownRoles().contains(role.id()));
    }

    /** What the tenant's own roles can be made of: all that people do who work for it. */
    public Set<String> permissions() {
        return grants.of(Set.of(Role.STAFF, Role.ADMIN));
    }

    public OwnRole create(CurrentMember editor, Wish wish) {
        editor.require("manage:roles");
        String name = Objects.requireNonNullElse(wish.name(), "");
        Set<String> permissions = Objects.requireNonNullElse(wish.permissions(), Set.of());
        check(editor, name, permissions, Set.of());
        var role = new OwnRole(editor.tenant(), RoleId.next(), slugFor(name), name, permissions, 1, clock.instant());
        checkName(role);
        if (!rows.insert(role)) {
            throw taken();
        }
        forget(editor.tenant());
        events.publishEvent(new TenancyEvent.RoleAdded(role.tenant(), role.id()));
        return role;
    }

    /** If the revision is still the stored one; the answer has the next. */
    public OwnRole change(CurrentMember editor, RoleId id, int revision, Wish wish) {
        editor.require("manage:roles");
        OwnRole before = find(id);
        var after = new OwnRole(
                before.tenant(),
                id,
                before.slug(),
                Objects.requireNonNullElse(wish.name(), before.name()),
                Objects.requireNonNullElse(wish.permissions(), before.permissions()),
                revision,
                before.createdAt());
        check(editor, after.name(), after.permissions(), before.permissions());
        checkName(after);
        if (!rows.replace(after)) {
            throw new TenancyRefused.ChangedMeanwhile();
        }
        forget(editor.tenant());
        events.publishEvent(new TenancyEvent.RoleChanged(editor.tenant(), id));
        return new OwnRole(
                after.tenant(), id, after.slug(), after.name(), after.permissions(), revision + 1, after.createdAt());
    }

    /**
     * Those who hold it lose it.
     *
     * @param evenIfHeld otherwise a role that somebody holds stays
     */
    public void remove(CurrentMember editor, RoleId id, boolean evenIfHeld) {
        editor.require("manage:roles");
        OwnRole role = find(id);
        mayGive(editor, role.permissions());
        int held = members.holders(role.tenant(), id).size();
        if (held > 0 && !evenIfHeld) {
            throw new TenancyRefused.RoleHeld(held);
        }
        members.takeFromAll(role.tenant(), id);
        rows.remove(role);
        forget(editor.tenant());
        events.publishEvent(new TenancyEvent.RoleRemoved(editor.tenant(), id));
    }

    @Transactional(readOnly = true)
    public List<Member> holders(RoleId id) {
        return members.holders(CurrentTenant.id(), id);
    }

    /** @throws TenancyRefused.BeyondOwn when somebody would give what they do not have */
    public void requireMayGive(CurrentMember editor, Role role) {
        if (role != Role.CUSTOMER) {
            mayGive(editor, of(role));
        }
    }

    /** @param key a code or the id of a role, as members hold it */
    void requireMayGive(CurrentMember editor, String key) {
        mayGive(editor, of(key));
    }

    private Set<String> of(String key) {
        return Role.isCode(key)
                ? of(Role.of(key))
                : find(key).map(OwnRole::permissions).orElseGet(Set::of);
    }

    private static void mayGive(CurrentMember editor, Set<String> permissions) {
        if (!editor.permissions().containsAll(permissions)) {
            throw new TenancyRefused.BeyondOwn();
        }
    }

    private void check(CurrentMember editor, String name, Set<String> permissions, Set<String> before) {
        var wrong = new Faults();
        wrong.unless(!name.isEmpty(), "/name", "A role has a name");
        wrong.unless(!permissions.isEmpty(), "/permissions", "A role allows at least one thing");
        wrong.unless(permissions().containsAll(permissions), "/permissions", "Some of these are no permissions");
        wrong.check();
        mayGive(
                editor,
                Stream.concat(
                                permissions.stream().filter(it -> !before.contains(it)),
                                before.stream().filter(it -> !permissions.contains(it)))
                        .collect(Collectors.toSet()));
    }

    private void checkName(OwnRole role) {
        boolean taken = Role.isCode(role.name().toLowerCase(Locale.ROOT))
                || own().stream()
                        .anyMatch(other ->
                                !other.id().equals(role.id()) && other.name().equalsIgnoreCase(role.name()));
        if (taken) {
            throw taken();
        }
    }

    private static TenancyRefused taken() {
        return new TenancyRefused.Unfit("/name", "Another role has this name");
    }

    private String slugFor(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-");
        String slug = plain.substring(0, Math.min(36, plain.length())).replaceAll("^-|-$", "");
        String base = slug.isEmpty() || Role.isCode(slug) ? "own-role" : slug;
        Set<String> taken = own().stream().map(OwnRole::slug).collect(Collectors.toSet());
        return Stream.concat(
                        Stream.of(base),
                        IntStream.iterate(2, number -> number + 1).mapToObj(number -> base + "-" + number))
                .filter(candidate -> !taken.contains(candidate))
                .findFirst()
                .orElseThrow();
    }

    private void forget(TenantId tenant) {
        seen.forget(tenant);
        AfterTransaction.run(() -> seen.forget(tenant));
    }
}
