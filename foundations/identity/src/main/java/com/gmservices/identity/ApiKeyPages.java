package com.gmservices.identity;

import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Links;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.PermissionLine;
import com.gmservices.tenancy.StepUp;
import com.gmservices.tenancy.Tenants;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keys, one's own and those of the business. A new one is in the answer to the form that made it and nowhere else. */
@Controller
class ApiKeyPages {

    private static final String OWN = "/me/api-keys";
    private static final String MACHINES = "/settings/api-keys";

    private final ApiKeys keys;
    private final Members members;
    private final Tenants tenants;
    private final Links links;

    ApiKeyPages(ApiKeys keys, Members members, Tenants tenants, Links links) {
        this.keys = keys;
        this.members = members;
        this.tenants = tenants;
        this.links = links;
    }

    /** @param expiresAt the last day on which the key is good */
    record KeyForm(
            @NotBlank(message = "{identity.key.name.missing}") @OneLine @Size(max = 80, message = "{identity.too-long}")
            String name,

            @NotEmpty(message = "{identity.key.scopes.missing}")
            Set<String> scopes,

            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
            LocalDate expiresAt) {

        KeyForm(
                @Nullable String name,
                @Nullable Set<String> scopes,
                @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate expiresAt) {
            this.name = Objects.requireNonNullElse(name, "").strip();
            this.scopes = scopes == null ? Set.of() : Set.copyOf(scopes);
            this.expiresAt = expiresAt;
        }

        ApiKeys.Wish wish(ZoneId zone) {
            return new ApiKeys.Wish(
                    name,
                    scopes,
                    expiresAt == null
                            ? null
                            : expiresAt.plusDays(1).atStartOfDay(zone).toInstant());
        }
    }

    @GetMapping(OWN)
    @Allow(Allow.MEMBERS)
    ModelAndView personal(CurrentMember member, Model model) {
        model.addAttribute("form", new KeyForm(null, null, null));
        return page(member, OWN, model, HttpStatus.OK);
    }

    @PostMapping(OWN)
    @Allow(Allow.MEMBERS)
    @StepUp
    ModelAndView makePersonal(
            CurrentMember member, @Valid @ModelAttribute("form") KeyForm form, BindingResult errors, Model model) {
        return make(member, OWN, form, errors, model, wish -> keys.makePersonal(member, wish));
    }

    @PostMapping(OWN + "/{id}/revocation")
    @Allow(Allow.MEMBERS)
    String revokePersonal(CurrentMember member, @PathVariable UUID id, RedirectAttributes redirect) {
        keys.revokePersonal(member, id);
        redirect.addFlashAttribute("flash", "identity.key.revoked");
        return "redirect:" + OWN;
    }

    @GetMapping(MACHINES)
    @Allow("manage:keys")
    ModelAndView machines(CurrentMember admin, Model model) {
        model.addAttribute("form", new KeyForm(null, null, null));
        return page(admin, MACHINES, model, HttpStatus.OK);
    }

    @PostMapping(MACHINES)
    @Allow("manage:keys")
    @StepUp
    ModelAndView makeForMachine(
            CurrentMember admin, @Valid @ModelAttribute("form") KeyForm form, BindingResult errors, Model model) {
        return make(admin, MACHINES, form, errors, model, wish -> keys.makeForMachine(admin, wish));
    }

    @PostMapping(MACHINES + "/{id}/revocation")
    @Allow("manage:keys")
    String revokeMachine(CurrentMember admin, @PathVariable UUID id, RedirectAttributes redirect) {
        keys.revokeMachine(admin, id);
        redirect.addFlashAttribute("flash", "identity.key.revoked");
        return "redirect:" + MACHINES;
    }

    private ModelAndView make(
            CurrentMember member,
            String path,
            KeyForm form,
            BindingResult errors,
            Model model,
            Function<ApiKeys.Wish, ApiKeys.Made> work) {
        Optional<ApiKeys.Made> made = errors.hasErrors()
                ? Optional.empty()
                : Attempt.at(() -> work.apply(form.wish(tenants.current().timeZone())), errors);
        model.addAttribute("made", made.orElse(null));
        return page(member, path, model, made.isEmpty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CREATED);
    }

    private ModelAndView page(CurrentMember member, String path, Model model, HttpStatus status) {
        boolean own = path.equals(OWN);
        List<ApiKey> all = own ? keys.personal(member) : keys.machines(member);
        Map<MemberId, Member> makers =
                members.findAll(all.stream().map(ApiKey::madeBy).toList());
        model.addAttribute("own", own);
        model.addAttribute("path", path);
        model.addAttribute("keys", all);
        model.addAttribute("makers", makers);
        model.addAttribute("api", links.platform("/api/v1/tenant").toString());
        model.addAttribute("groups", PermissionLine.grouped(own ? keys.scopes(member) : keys.machineScopes(member)));
        return new ModelAndView("identity/api-keys", model.asMap(), status);
    }
}
