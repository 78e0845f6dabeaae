package com.gmservices.portability;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * By what rows know a person: as a member of one business, or as somebody who signs in.
 *
 * @param tenant all zeros for what belongs to no business
 */
record Person(UUID tenant, @Nullable UUID member, @Nullable UUID identity, List<String> emails) {

    static final UUID PLATFORM = new UUID(0, 0);

    Person {
        emails = emails.stream()
                .map(email -> email.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** Those of the values that there are. */
    static List<String> known(@Nullable String... values) {
        var known = new ArrayList<String>();
        for (String value : values) {
            if (value != null) {
                known.add(value);
            }
        }
        return known;
    }

    boolean isMember() {
        return member != null;
    }

    List<UUID> ids() {
        return Stream.of(member, identity).flatMap(Stream::ofNullable).toList();
    }

    /** For a condition of {@link Belongings}. */
    StatementSpec bind(StatementSpec statement) {
        return statement
                .param("tenant", tenant)
                .param("member", member)
                .param("identity", identity)
                .param("emails", emails.toArray(String[]::new));
    }
}
