package com.gmservices.demo;

import com.gmservices.demo.Business.Car;
import com.gmservices.demo.Business.Story;
import com.gmservices.requests.Offering;
import com.gmservices.requests.ProviderId;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Who and what plays in a business's stories, by the names that its file gives them.
 *
 * @param begun when the playing began; the days of the stories are counted back from it
 */
record Cast(
        TenantId tenant,
        Instant begun,
        Business business,
        Map<String, CurrentMember> people,
        Map<String, ProviderId> providers,
        Map<String, Offering> offerings,
        Map<String, Car> cars) {

    CurrentMember owner() {
        return of(people, business.people().getFirst().id());
    }

    /** Who answers: the provider if they are of the staff, otherwise the first of the staff. */
    CurrentMember staff(Story story) {
        CurrentMember provider = story.provider() == null ? null : people.get(story.provider());
        return provider == null ? of(people, business.people().get(1).id()) : provider;
    }

    CurrentMember customer(Story story) {
        return of(people, car(story).map(Car::owner).orElseGet(() -> Objects.requireNonNull(story.customer())));
    }

    Optional<Car> car(Story story) {
        return Optional.ofNullable(story.car()).map(name -> of(cars, name));
    }

    Offering offering(Story story) {
        return of(offerings, story.offering());
    }

    String phone(String person) {
        return business.people().stream()
                .filter(it -> it.id().equals(person))
                .map(it -> String.valueOf(it.phone()))
                .findFirst()
                .orElseThrow();
    }

    static <T> T of(Map<String, T> named, String name) {
        return Objects.requireNonNull(named.get(name), name);
    }
}
