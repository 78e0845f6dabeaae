package com.gmservices.tenancy.web;

import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Role;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A member as the page has it. Staff see, and send, only the contact. */
record MemberForm(
        @NotBlank(message = "{tenancy.member.name.missing}") @Size(max = 160, message = "{tenancy.too-long}")
        String name,

        @Email(message = "{tenancy.member.email.form}") @Size(max = 254, message = "{tenancy.too-long}")
        String email,

        @Size(max = 40, message = "{tenancy.too-long}") String phone,

        Set<Role> roles,
        Boolean active,
        Integer revision) {

    static final MemberForm EMPTY = new MemberForm("", "", "", Set.of(), true, 0);

    MemberForm(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable Set<Role> roles,
            @Nullable Boolean active,
            @Nullable Integer revision) {
        this.name = Objects.requireNonNullElse(name, "").strip();
        this.email = Objects.requireNonNullElse(email, "").strip();
        this.phone = Objects.requireNonNullElse(phone, "").strip();
        this.roles = roles == null ? Set.of() : Set.copyOf(roles);
        this.active = Objects.requireNonNullElse(active, false);
        this.revision = Objects.requireNonNullElse(revision, 0);
    }

    static MemberForm of(Member member) {
        return new MemberForm(
                member.name(), member.email(), member.phone(), member.roles(), member.active(), member.revision());
    }

    Members.Contact contact() {
        return new Members.Contact(name, email, phone);
    }

    /** Roles are not on the page of staff, so that their absence means nothing. */
    Members.Change changeBy(CurrentMember editor) {
        boolean isWhole = editor.may("update:members");
        return new Members.Change(name, email, phone, isWhole ? roles : null, isWhole ? active : null);
    }
}
