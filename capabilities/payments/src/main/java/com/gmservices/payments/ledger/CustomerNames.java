package com.gmservices.payments.ledger;

import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whose the accounts of customers are. */
@Component
class CustomerNames {

    private final Members members;

    CustomerNames(Members members) {
        this.members = members;
    }

    /** Of the customers among these accounts, by address. */
    Map<String, String> among(Collection<Account> some) {
        var ids = some.stream()
                .filter(it -> it.heading() == Heading.CUSTOMER && it.of() != null)
                .map(it -> new MemberId(UUID.fromString(Objects.requireNonNull(it.of()))))
                .collect(Collectors.toSet());
        return members.findAll(ids).entrySet().stream()
                .collect(Collectors.toMap(
                        it -> Account.customer(it.getKey()).address(),
                        it -> it.getValue().name()));
    }
}
