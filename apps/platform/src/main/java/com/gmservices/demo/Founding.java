package com.gmservices.demo;

import com.gmservices.demo.Business.Firm;
import com.gmservices.demo.Business.Offer;
import com.gmservices.demo.Business.Person;
import com.gmservices.requests.Catalogue;
import com.gmservices.requests.Offering;
import com.gmservices.requests.ProviderId;
import com.gmservices.requests.Providers;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Members.Contact;
import com.gmservices.tenancy.NewTenant;
import com.gmservices.tenancy.OpeningHours;
import com.gmservices.tenancy.OpeningHours.Span;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.Site;
import com.gmservices.tenancy.Sites;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens a business with its people, its providers and its catalogue: the first of a list is shown first. */
@Component
@Conditional(DemoWanted.class)
class Founding {

    private static final OpeningHours SIX_DAYS = new OpeningHours(Arrays.stream(DayOfWeek.values())
            .filter(day -> day != DayOfWeek.SUNDAY)
            .collect(Collectors.toMap(
                    Function.identity(), day -> List.of(new Span(LocalTime.of(8, 0), LocalTime.of(18, 0))))));

    private final Tenants tenants;
    private final Sites sites;
    private final Members members;
    private final Catalogue catalogue;
    private final Providers providers;

    Founding(Tenants tenants, Sites sites, Members members, Catalogue catalogue, Providers providers) {
        this.tenants = tenants;
        this.sites = sites;
        this.members = members;
        this.catalogue = catalogue;
        this.providers = providers;
    }

    /** In one transaction, with the new id bound as the current tenant. */
    @Transactional
    Cast found(TenantId id, Business business, Introductions introductions) {
        Tenant tenant = tenants.found(
                id,
                new NewTenant(
                        business.slug(),
                        business.name(),
                        business.timeZone(),
                        business.currency(),
                        business.domains()));
        Map<String, CurrentMember> people = new LinkedHashMap<>();
        business.people()
                .forEach(person -> people.put(person.id(), members.toCurrent(join(person, people, introductions))));
        CurrentMember owner = Cast.of(people, business.people().getFirst().id());
        furnish(owner, tenant, business);
        return new Cast(
                id,
                Demo.begun(tenant),
                business,
                people,
                business.providers().stream().collect(Collectors.toMap(Firm::id, firm -> add(owner, firm, people))),
                business.offerings().reversed().stream()
                        .collect(Collectors.toMap(Offer::id, offer -> add(owner, offer))),
                business.cars().stream().collect(Collectors.toMap(Business.Car::id, Function.identity())));
    }

    private Member join(Person person, Map<String, CurrentMember> people, Introductions introductions) {
        var contact = new Contact(person.name(), person.email(), person.phone());
        return switch (person.role()) {
            case OWNER -> members.join(introductions.of(person), contact, Set.of(Role.ADMIN), true);
            case ADMIN -> members.join(introductions.of(person), contact, Set.of(Role.ADMIN), false);
            case STAFF -> members.join(introductions.of(person), contact, Set.of(Role.STAFF), false);
            case CUSTOMER -> members.join(introductions.of(person), contact, Set.of(Role.CUSTOMER), false);
            case CONTACT -> members.add(people.values().iterator().next(), contact);
        };
    }

    private void furnish(CurrentMember owner, Tenant tenant, Business business) {
        tenants.change(
                owner,
                tenant.revision(),
                new Tenants.Change(
                        null,
                        business.accent(),
                        null,
                        null,
                        business.taxNumber(),
                        List.of(business.tax()),
                        null,
                        null,
                        null));
        Site site = sites.first();
        sites.change(
                owner, site.id(), site.revision(), new Sites.Change(null, business.address(), null, SIX_DAYS, null));
    }

    private ProviderId add(CurrentMember owner, Firm firm, Map<String, CurrentMember> people) {
        return providers
                .add(
                        owner,
                        new Providers.Draft(
                                firm.name(),
                                firm.member() == null
                                        ? null
                                        : Cast.of(people, firm.member()).id(),
                                firm.types(),
                                true))
                .id();
    }

    private Offering add(CurrentMember owner, Offer offer) {
        return catalogue.add(
                owner,
                new Catalogue.Draft(
                        offer.serviceType(),
                        offer.name(),
                        offer.description(),
                        offer.pricing(),
                        offer.price(),
                        offer.tiers() == null ? List.of() : offer.tiers(),
                        offer.addOns() == null ? List.of() : offer.addOns(),
                        offer.durationMinutes(),
                        true));
    }
}
