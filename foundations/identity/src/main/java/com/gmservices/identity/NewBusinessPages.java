package com.gmservices.identity;

import com.gmservices.identity.Accounts.Founded;
import com.gmservices.identity.factors.Means;
import com.gmservices.identity.security.WebSession;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.Domain;
import com.gmservices.tenancy.NewTenant;
import com.gmservices.tenancy.Tenant;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.validation.SmartValidator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** A business signs up. Whoever has signed in is its owner; others say who they are on the same page. */
@Controller
@RequestMapping("/businesses/new")
@Allow(Allow.EVERYONE)
class NewBusinessPages {

    /** Regions such as Europe/Berlin; the rest of the register are aliases, offsets and things of the past. */
    private static final Set<String> REGIONS = Set.of(
            "Africa",
            "America",
            "Antarctica",
            "Arctic",
            "Asia",
            "Atlantic",
            "Australia",
            "Europe",
            "Indian",
            "Pacific");

    private final Accounts accounts;
    private final WebSession session;
    private final SmartValidator validator;

    NewBusinessPages(Accounts accounts, WebSession session, SmartValidator validator) {
        this.accounts = accounts;
        this.session = session;
        this.validator = validator;
    }

    record BusinessForm(
            @NotBlank(message = "{identity.business.name.missing}")
            @OneLine
            @Size(max = 120, message = "{identity.too-long}")
            String name,

            @Pattern(regexp = SignUpApi.NewBusiness.SLUG, message = "{identity.business.slug.wrong}") @Nullable
            String slug,

            String timeZone,
            String currency,

            @NotEmpty(message = "{identity.business.domains.missing}")
            Set<String> domains) {

        BusinessForm(
                @Nullable String name,
                @Nullable String slug,
                @Nullable String timeZone,
                @Nullable String currency,
                @Nullable Set<String> domains) {
            this.name = name == null ? "" : name.strip();
            this.slug = slug != null && !slug.isBlank() ? slug.strip() : proposed(this.name);
            this.timeZone = timeZone == null ? "" : timeZone;
            this.currency = currency == null ? "" : currency;
            this.domains = domains == null ? Set.of() : Set.copyOf(domains);
        }

        /** "Håkon's Garage" would like to be found at haakons-garage, and is at hakons-garage. */
        private static @Nullable String proposed(String name) {
            if (name.isEmpty()) {
                return null;
            }
            String slug = Normalizer.normalize(name, Normalizer.Form.NFKD)
                    .replaceAll("[\\p{M}'’]", "")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9]+", "-");
            return slug.substring(0, Math.min(slug.length(), 40)).replaceAll("^-|-$", "");
        }

        NewTenant toTenant() {
            return new NewTenant(
                    Objects.requireNonNull(slug),
                    name,
                    ZoneId.of(timeZone),
                    Currency.getInstance(currency),
                    domains.stream().map(Domain::of).collect(Collectors.toSet()));
        }
    }

    @ModelAttribute("zones")
    List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.equals("UTC") || REGIONS.contains(zone.replaceFirst("/.*", "")))
                .sorted()
                .toList();
    }

    /** Those with which some country pays today. */
    @ModelAttribute("currencies")
    List<Currency> currencies() {
        return Stream.of(Locale.getISOCountries())
                .flatMap(country -> Stream.ofNullable(Currency.getInstance(Locale.of("", country))))
                .distinct()
                .sorted(Comparator.comparing(Currency::getCurrencyCode))
                .toList();
    }

    @ModelAttribute("allDomains")
    List<Domain> domains() {
        return List.of(Domain.values());
    }

    @GetMapping
    ModelAndView show(@ModelAttribute("form") BusinessForm form) {
        return new ModelAndView("identity/new-business", "owner", PersonForm.EMPTY);
    }

    @PostMapping
    ModelAndView signUp(
            Optional<CurrentIdentity> caller,
            @Valid @ModelAttribute("form") BusinessForm form,
            BindingResult errors,
            @ModelAttribute("owner") PersonForm owner,
            BindingResult ownerErrors,
            HttpServletRequest request,
            HttpServletResponse response) {
        check(form, errors);
        if (caller.isEmpty()) {
            validator.validate(owner, ownerErrors);
        }
        if (errors.hasErrors() || ownerErrors.hasErrors()) {
            return again();
        }
        NewTenant business = form.toTenant();
        return Attempt.at(
                        () -> caller.map(person -> accounts.found(business, person))
                                .orElseGet(() -> accounts.found(business, owner.toPerson())),
                        field -> field.equals("password") ? ownerErrors : errors)
                .map(founded -> enter(founded, request, response))
                .orElseGet(NewBusinessPages::again);
    }

    /** What a page offers, a page takes. */
    private void check(BusinessForm form, BindingResult errors) {
        if (!zones().contains(form.timeZone())) {
            errors.rejectValue("timeZone", "identity.business.zone.missing");
        }
        if (currencies().stream().noneMatch(one -> one.getCurrencyCode().equals(form.currency()))) {
            errors.rejectValue("currency", "identity.business.currency.missing");
        }
        if (!domains().stream().map(Domain::code).toList().containsAll(form.domains())) {
            errors.rejectValue("domains", "identity.business.domains.missing");
        }
    }

    private ModelAndView enter(Founded founded, HttpServletRequest request, HttpServletResponse response) {
        Tenant tenant = founded.tenant();
        return session.begin(founded.owner().id(), Means.PASSWORD, request, response)
                ? Onward.to(tenant)
                : Onward.toSecondStep("/t/" + tenant.slug() + "/");
    }

    private static ModelAndView again() {
        return new ModelAndView("identity/new-business", HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
