package com.gmservices.payments;

import com.gmservices.database.Ids;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.TenantId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes people who can sign in, and a business knows. */
@Component
class People {

    private final JdbcClient jdbc;
    private final Members members;
    private final Clock clock;

    People(JdbcClient jdbc, Members members, Clock clock) {
        this.jdbc = jdbc;
        this.members = members;
        this.clock = clock;
    }

    Person join(TenantId tenant, String name, Role role) {
        var identity = new IdentityId(Ids.next());
        jdbc.sql("""
                insert into identity.identity (id, email, password_hash, first_name, last_name, created_at)
                values (?, ?, '-', ?, 'Obi', ?)
                """)
                .params(
                        identity.value(),
                        identity.value() + "@example.com",
                        name,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        var contact = new Members.Contact(name + " Obi", null, null);
        return CurrentTenant.call(
                tenant, () -> new Person(members.join(identity, contact, Set.of(role), false), identity));
    }

    /** What tokens are issued with to one who has just proved who they are. */
    UUID justSignedIn(Person person) {
        UUID family = UUID.randomUUID();
        jdbc.sql("insert into identity.refresh_family (id, identity_id, created_at) values (?, ?, ?)")
                .params(family, person.identity().value(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return family;
    }
}
