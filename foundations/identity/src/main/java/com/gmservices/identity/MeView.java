package com.gmservices.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.TenantId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Somebody as they see themselves, and who they are to the tenant of the call. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record MeView(
        IdentityId id,
        @Schema(example = "ada@harbour.example") String email,

        @Schema(description = "Whether it is known to be theirs")
        boolean emailVerified,

        @Schema(example = "Ada") String firstName,
        @Schema(example = "Lovelace") String lastName,

        @Schema(example = "+44 20 7946 0000") @Nullable String phone,

        boolean operator,
        @Nullable OwnMember member) {

    record OwnMember(MemberId id, TenantId tenantId, List<String> roles, List<String> permissions) {

        static OwnMember of(CurrentMember member) {
            return new OwnMember(
                    member.id(),
                    member.tenant(),
                    Stream.concat(
                                    member.roles().stream().sorted().map(Role::code),
                                    member.ownRoles().stream().sorted())
                            .toList(),
                    member.permissions().stream().sorted().toList());
        }
    }

    static MeView of(Identity identity, Optional<CurrentMember> member) {
        return new MeView(
                identity.id(),
                identity.email(),
                identity.emailVerified(),
                identity.firstName(),
                identity.lastName(),
                identity.phone(),
                identity.operator(),
                member.map(OwnMember::of).orElse(null));
    }
}
