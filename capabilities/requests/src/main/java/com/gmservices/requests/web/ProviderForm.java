package com.gmservices.requests.web;

import com.gmservices.requests.Provider;
import com.gmservices.requests.Providers.Draft;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A provider as its page has it: somebody of the staff, whose name need not be typed again, or a firm. */
record ProviderForm(
        @Nullable UUID memberId,

        @Size(max = 120, message = "{catalogue.too-long}")
        @Pattern(regexp = OfferingBody.ONE_LINE, message = "{catalogue.one-line}")
        String name,

        @NotEmpty(message = "{providers.types.missing}") Set<String> serviceTypes,
        @Nullable Boolean active,
        Integer revision) {

    ProviderForm {
        name = Objects.requireNonNullElse(name, "").strip();
        serviceTypes = serviceTypes == null ? Set.of() : serviceTypes;
        revision = Objects.requireNonNullElse(revision, 0);
    }

    static ProviderForm of(Provider provider) {
        return new ProviderForm(
                provider.member() == null ? null : provider.member().value(),
                provider.name(),
                provider.serviceTypes(),
                provider.active(),
                provider.revision());
    }

    /** @param staff who can be chosen */
    Draft draft(Map<MemberId, Member> staff, Errors errors) {
        MemberId member = memberId == null ? null : new MemberId(memberId);
        Member chosen = member == null ? null : staff.get(member);
        String called = name.isEmpty() && chosen != null ? chosen.name() : name;
        if (called.isEmpty()) {
            errors.rejectValue("name", "providers.name.missing");
        }
        return new Draft(called, member, serviceTypes, Boolean.TRUE.equals(active));
    }
}
