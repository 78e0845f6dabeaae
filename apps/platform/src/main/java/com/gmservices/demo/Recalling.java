package com.gmservices.demo;

import com.gmservices.database.Cursor;
import com.gmservices.demo.Business.Car;
import com.gmservices.demo.Business.Firm;
import com.gmservices.demo.Business.Offer;
import com.gmservices.demo.Business.Person;
import com.gmservices.requests.Catalogue;
import com.gmservices.requests.Offering;
import com.gmservices.requests.Provider;
import com.gmservices.requests.Providers;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Tenant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the cast of a business that is open already, unless somebody has renamed a part of it. */
@Component
@Conditional(DemoWanted.class)
class Recalling {

    private static final int MOST = 200;

    private final Members members;
    private final Providers providers;
    private final Catalogue catalogue;

    Recalling(Members members, Providers providers, Catalogue catalogue) {
        this.members = members;
        this.providers = providers;
        this.catalogue = catalogue;
    }

    /** With the business bound as the current tenant. */
    @Transactional(readOnly = true)
    Optional<Cast> recall(Tenant tenant, Business business) {
        return members.staff().stream()
                .filter(Member::owner)
                .findFirst()
                .map(members::toCurrent)
                .flatMap(owner -> recall(tenant, business, owner));
    }

    private Optional<Cast> recall(Tenant tenant, Business business, CurrentMember owner) {
        var people =
                named(members.list(owner, null, null, Cursor.newest(), MOST).data(), Member::name);
        var firms = named(providers.list(owner, Cursor.newest(), MOST).data(), Provider::name);
        var offerings = named(
                catalogue
                        .list(new Catalogue.Filter(null, null, true), Cursor.newest(), MOST)
                        .data(),
                Offering::name);
        if (!people.keySet().containsAll(named(business.people(), Person::name).keySet())
                || !firms.keySet()
                        .containsAll(named(business.providers(), Firm::name).keySet())
                || !offerings
                        .keySet()
                        .containsAll(named(business.offerings(), Offer::name).keySet())) {
            return Optional.empty();
        }
        return Optional.of(new Cast(
                tenant.id(),
                Demo.begun(tenant),
                business,
                business.people().stream()
                        .collect(Collectors.toMap(Person::id, it -> members.toCurrent(Cast.of(people, it.name())))),
                business.providers().stream()
                        .collect(Collectors.toMap(
                                Firm::id, it -> Cast.of(firms, it.name()).id())),
                business.offerings().stream().collect(Collectors.toMap(Offer::id, it -> Cast.of(offerings, it.name()))),
                named(business.cars(), Car::id)));
    }

    private static <T> Map<String, T> named(Collection<T> things, Function<T, String> name) {
        return things.stream().collect(Collectors.toMap(name, Function.identity(), (one, other) -> one));
    }
}
