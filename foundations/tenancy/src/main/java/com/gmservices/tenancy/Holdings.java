package com.gmservices.tenancy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which roles a member holds and until when, and who may change that. */
@Component
class Holdings {

    private final Roles roles;
    private final MemberRows rows;
    private final Clock clock;

    Holdings(Roles roles, MemberRows rows, Clock clock) {
        this.roles = roles;
        this.rows = rows;
        this.clock = clock;
    }

    /** @throws TenancyRefused.Unfit for roles that are not there and times that have passed */
    Member changed(Member member, Members.Change change) {
        var wrong = new Faults();
        Set<String> keys = change.roles() == null
                ? member.roleKeys()
                : change.roles().stream()
                        .map(code -> key(code, "/roles", wrong))
                        .collect(Collectors.toSet());
        var until = new HashMap<>(member.until());
        Objects.requireNonNullElse(change.rolesUntil(), Map.<String, @Nullable Instant>of())
                .forEach((code, time) -> {
                    String key = key(code, "/roles_until", wrong);
                    if (time == null) {
                        until.remove(key);
                    } else {
                        wrong.unless(time.isAfter(clock.instant()), "/roles_until", "A role ends in the future");
                        wrong.unless(keys.contains(key), "/roles_until", "Only a role that is held can end");
                        until.put(key, time.truncatedTo(ChronoUnit.MICROS));
                    }
                });
        wrong.check();
        until.keySet().retainAll(keys);
        return member.holding(keys, until);
    }

    private String key(String code, String pointer, Faults wrong) {
        Optional<String> key = Role.isCode(code)
                ? Optional.of(code)
                : roles.find(code).map(role -> role.id().toString());
        wrong.unless(key.isPresent(), pointer, "There is no such role");
        return key.orElse(Role.CUSTOMER.code());
    }

    void check(CurrentMember editor, Member before, Member after) {
        if (before.owner() && !after.isLastingAdministrator()) {
            throw new TenancyRefused.OwnerStays();
        }
        checkRights(editor, before, after);
        if (before.isLastingAdministrator() && !after.isLastingAdministrator() && isLast(before)) {
            throw new TenancyRefused.LastAdministrator();
        }
    }

    /** Whatever a member wins or loses by a change is the editor's to give; everybody may be a customer. */
    private void checkRights(CurrentMember editor, Member before, Member after) {
        var touched = new HashSet<>(before.roleKeys());
        touched.addAll(after.roleKeys());
        if (before.active() == after.active()) {
            touched.removeIf(key -> before.roleKeys().contains(key)
                    && after.roleKeys().contains(key)
                    && Objects.equals(before.until(key), after.until(key)));
        }
        touched.remove(Role.CUSTOMER.code());
        touched.forEach(key -> roles.requireMayGive(editor, key));
    }

    private boolean isLast(Member administrator) {
        return rows.lockedAdministrators(administrator.tenant()).stream()
                .noneMatch(
                        other -> other.isLastingAdministrator() && !other.id().equals(administrator.id()));
    }
}
