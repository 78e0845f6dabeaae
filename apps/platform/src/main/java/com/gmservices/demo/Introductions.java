package com.gmservices.demo;

import com.gmservices.demo.Business.Part;
import com.gmservices.demo.Business.Person;
import com.gmservices.identity.Accounts;
import com.gmservices.tenancy.IdentityId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Everybody who will be able to sign in, introduced side by side: hashing a password takes its time. */
final class Introductions {

    private final Map<String, CompletableFuture<IdentityId>> byEmail = new HashMap<>();

    Introductions(Accounts accounts, List<Business> businesses) {
        businesses.stream()
                .flatMap(business -> business.people().stream())
                .filter(person -> person.role() != Part.CONTACT)
                .forEach(person ->
                        byEmail.computeIfAbsent(String.valueOf(person.email()), email -> introduce(accounts, person)));
    }

    IdentityId of(Person person) {
        return Objects.requireNonNull(byEmail.get(String.valueOf(person.email())))
                .join();
    }

    private static CompletableFuture<IdentityId> introduce(Accounts accounts, Person person) {
        int space = person.name().lastIndexOf(' ');
        return CompletableFuture.supplyAsync(
                () -> accounts.introduce(
                        String.valueOf(person.email()),
                        Demo.PASSWORD,
                        person.name().substring(0, space),
                        person.name().substring(space + 1)),
                Thread::startVirtualThread);
    }
}
