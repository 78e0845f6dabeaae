package com.gmservices.tenancy.web;

import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.OwnRole;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.TenancyRefused;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A member as the page has it. Staff see, and send, only the contact. */
record MemberForm(
        @NotBlank(message = "{tenancy.member.name.missing}") @Size(max = 160, message = "{tenancy.too-long}")
        String name,

        @Email(message = "{tenancy.member.email.form}") @Size(max = 254, message = "{tenancy.too-long}")
        String email,

        @Size(max = 40, message = "{tenancy.too-long}") String phone,

        Set<String> roles,
        Map<String, String> rolesUntil,
        Boolean active,
        Integer revision) {

    static final MemberForm EMPTY = new MemberForm("", "", "", Set.of(), Map.of(), true, 0);

    MemberForm(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable Set<String> roles,
            @Nullable Map<String, String> rolesUntil,
            @Nullable Boolean active,
            @Nullable Integer revision) {
        this.name = Objects.requireNonNullElse(name, "").strip();
        this.email = Objects.requireNonNullElse(email, "").strip();
        this.phone = Objects.requireNonNullElse(phone, "").strip();
        this.roles = roles == null ? Set.of() : Set.copyOf(roles);
        // Binding puts the days in one by one.
        this.rolesUntil = rolesUntil == null ? new HashMap<>() : new HashMap<>(rolesUntil);
        this.active = Objects.requireNonNullElse(active, false);
        this.revision = Objects.requireNonNullElse(revision, 0);
    }

    /** Roles end with a day of the business. */
    static MemberForm of(Member member, Collection<OwnRole> own, ZoneId zone) {
        Map<String, String> codes = own.stream()
                .filter(role -> member.ownRoles().contains(role.id()))
                .collect(Collectors.toMap(role -> role.id().toString(), OwnRole::slug));
        return new MemberForm(
                member.name(),
                member.email(),
                member.phone(),
                Stream.concat(member.roles().stream().map(Role::code), codes.values().stream())
                        .collect(Collectors.toSet()),
                member.until().entrySet().stream()
                        .collect(Collectors.toMap(
                                it -> codes.getOrDefault(it.getKey(), it.getKey()),
                                it -> it.getValue()
                                        .minusNanos(1)
                                        .atZone(zone)
                                        .toLocalDate()
                                        .toString())),
                member.active(),
                member.revision());
    }

    boolean givesTheSameRolesAs(MemberForm other) {
        return roles.equals(other.roles) && lasting().equals(other.lasting());
    }

    private Map<String, String> lasting() {
        return rolesUntil.entrySet().stream()
                .filter(it -> roles.contains(it.getKey()) && !it.getValue().isBlank())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Members.Contact contact() {
        return new Members.Contact(name, email, phone);
    }

    /** Roles are not on the page of staff, so that their absence means nothing. */
    Members.Change changeBy(CurrentMember editor, ZoneId zone) {
        boolean isWhole = editor.may("update:members");
        return new Members.Change(
                name, email, phone, isWhole ? roles : null, isWhole ? until(zone) : null, isWhole ? active : null);
    }

    private Map<String, @Nullable Instant> until(ZoneId zone) {
        var until = new HashMap<String, @Nullable Instant>();
        for (String role : roles) {
            String day = rolesUntil.getOrDefault(role, "");
            until.put(role, day.isBlank() ? null : endOf(day, zone));
        }
        return until;
    }

    private static Instant endOf(String day, ZoneId zone) {
        try {
            return LocalDate.parse(day).plusDays(1).atStartOfDay(zone).toInstant();
        } catch (DateTimeException e) {
            throw new TenancyRefused.Unfit("/roles_until", "A role ends on a day");
        }
    }
}
