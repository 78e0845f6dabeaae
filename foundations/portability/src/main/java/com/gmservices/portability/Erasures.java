package com.gmservices.portability;

import com.gmservices.audit.Act;
import com.gmservices.audit.Redactions;
import com.gmservices.audit.Trail;
import com.gmservices.database.Ids;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.TenancyEvent;
import com.gmservices.tenancy.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * People who are to be taken out. What is to be done stands in a row of its own before anything is done and until all of
 * it is, so that a crash is only a pause: files first, then all rows at once, then the trail.
 */
@Component
class Erasures {

    private static final Logger log = LoggerFactory.getLogger(Erasures.class);

    /** Of a name that is shorter too much else would be found. */
    private static final int SHORTEST_WORD = 5;

    private final Backstage backstage;
    private final RowEraser rows;
    private final ObjectProvider<TenantFiles> files;
    private final Redactions redactions;
    private final Trail trail;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Erasures(
            Backstage backstage,
            RowEraser rows,
            ObjectProvider<TenantFiles> files,
            Redactions redactions,
            Trail trail,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.backstage = backstage;
        this.rows = rows;
        this.files = files;
        this.redactions = redactions;
        this.trail = trail;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** @param words by which the person stands in lines of the trail */
    record Erasure(UUID id, Person person, List<String> words) {}

    /**
     * In the caller's transaction. Of a member for whom one is under way, nothing. Whoever is to be taken out is nobody
     * from now on, to whom nothing is given any more.
     */
    void ask(JdbcClient owner, Person person, List<String> words) {
        owner.sql("update tenancy.member set active = false where tenant_id = :tenant and id = :member")
                .param("tenant", person.tenant())
                .param("member", person.member())
                .update();
        owner.sql("""
                insert into portability.erasure (tenant_id, id, member_id, identity_id, emails, words, asked_at)
                values (:tenant, :id, :member, :identity, :emails, :words, :now) on conflict do nothing
                """)
                .param("id", Ids.next())
                .param("tenant", person.tenant())
                .param("member", person.member())
                .param("identity", person.identity())
                .param("emails", person.emails().toArray(String[]::new))
                .param(
                        "words",
                        words.stream()
                                .filter(word -> word.strip().length() >= SHORTEST_WORD)
                                .distinct()
                                .toArray(String[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Also what a crash, or a fault, has left undone. */
    void carryOutAll() {
        List<Erasure> all = backstage.look(database -> database.sql("select * from portability.erasure order by id")
                .query((row, index) -> new Erasure(
                        row.getObject("id", UUID.class),
                        new Person(
                                row.getObject("tenant_id", UUID.class),
                                row.getObject("member_id", UUID.class),
                                row.getObject("identity_id", UUID.class),
                                List.of((String[]) row.getArray("emails").getArray())),
                        List.of((String[]) row.getArray("words").getArray())))
                .list());
        all.forEach(this::carryOutUnlessItFails);
    }

    private void carryOutUnlessItFails(Erasure erasure) {
        try {
            carryOut(erasure);
        } catch (RuntimeException e) {
            log.error("The erasure {} is tried again", erasure.id, e);
        }
    }

    private void carryOut(Erasure erasure) {
        Person person = erasure.person;
        var tenant = new TenantId(person.tenant());
        CurrentTenant.run(tenant, () -> {
            if (person.isMember()) {
                eraseFiles(tenant, person);
            }
            backstage.change(owner -> {
                rows.erase(owner, person);
                return null;
            });
            tell(tenant, person);
            redactions.of(tenant, person.ids(), erasure.words);
        });
        backstage.change(owner -> owner.sql("delete from portability.erasure where tenant_id = ? and id = ?")
                .params(person.tenant(), erasure.id)
                .update());
    }

    private void eraseFiles(TenantId tenant, Person person) {
        var member = new MemberId(Objects.requireNonNull(person.member()));
        for (TenantFiles some : files) {
            try {
                some.erase(tenant, Set.of(member));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void tell(TenantId tenant, Person person) {
        transactions.executeWithoutResult(status -> {
            if (person.isMember()) {
                var member = new MemberId(Objects.requireNonNull(person.member()));
                trail.record(Act.of("member.erased", "member", member));
                events.publishEvent(new TenancyEvent.MemberChanged(tenant, member));
            } else {
                trail.record(Act.of("account.deleted", "identity", Objects.requireNonNull(person.identity())));
            }
        });
    }
}
