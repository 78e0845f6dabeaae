package com.gmservices.identity;

import static com.gmservices.identity.NewPerson.LONGEST_NAME;

import com.gmservices.database.Page;
import com.gmservices.database.Revision;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/me")
@Allow(Allow.SIGNED_IN)
@Tag(name = "You")
class MeApi {

    private final Profiles profiles;

    MeApi(Profiles profiles) {
        this.profiles = profiles;
    }

    /** What is left out stays as it is; an empty telephone number is none. */
    record ProfileChange(
            @Schema(example = "Ada") @OneLine @Size(min = 1, max = LONGEST_NAME) @Nullable
            String firstName,

            @Schema(example = "King") @OneLine @Size(max = LONGEST_NAME) @Nullable
            String lastName,

            @Schema(example = "+44 20 7946 0000") @OneLine @Size(max = 40) @Nullable
            String phone) {}

    record Membership(TenantView tenant, MemberId memberId, List<Role> roles, boolean owner) {

        static Membership of(Profiles.Business business) {
            return new Membership(
                    TenantView.of(business.tenant()),
                    business.member().id(),
                    business.member().roles().stream().sorted().toList(),
                    business.member().owner());
        }
    }

    record TenantView(
            TenantId id,
            @Schema(example = "harbour") String slug,
            @Schema(example = "Harbour Garage") String name,
            Tenant.Status status) {

        static TenantView of(Tenant tenant) {
            return new TenantView(tenant.id(), tenant.slug(), tenant.name(), tenant.status());
        }
    }

    @GetMapping
    @Operation(summary = "Who you are")
    ResponseEntity<MeView> show(CurrentIdentity caller, Optional<CurrentMember> member) {
        return answer(profiles.find(caller), member);
    }

    @PatchMapping
    @Operation(summary = "Change your name or telephone number")
    ResponseEntity<MeView> change(
            CurrentIdentity caller,
            Optional<CurrentMember> member,
            @RequestHeader("If-Match") Revision seen,
            @Valid @RequestBody ProfileChange change) {
        var wish = new Profiles.Change(change.firstName(), change.lastName(), change.phone());
        return answer(profiles.change(caller, seen, wish), member);
    }

    @GetMapping("/memberships")
    @Operation(summary = "The businesses you belong to")
    Page<Membership> memberships(CurrentIdentity caller) {
        return new Page<>(
                profiles.businesses(caller).stream().map(Membership::of).toList(), null, false);
    }

    private static ResponseEntity<MeView> answer(Identity identity, Optional<CurrentMember> member) {
        return ResponseEntity.ok().eTag(new Revision(identity.revision()).tag()).body(MeView.of(identity, member));
    }
}
