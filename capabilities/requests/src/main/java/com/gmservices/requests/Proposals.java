package com.gmservices.requests;

import com.gmservices.requests.Catalogue.Draft;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.Tenants;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What businesses of the current tenant's domains usually offer, for an empty catalogue to begin with. */
@Service
@Transactional
public class Proposals {

    private final ServiceLines lines;
    private final Catalogue catalogue;
    private final Tenants tenants;
    private final JdbcClient jdbc;

    Proposals(ServiceLines lines, Catalogue catalogue, Tenants tenants, JdbcClient jdbc) {
        this.lines = lines;
        this.catalogue = catalogue;
        this.tenants = tenants;
        this.jdbc = jdbc;
    }

    /** Those that the catalogue does not have yet, by type of service and name. */
    @Transactional(readOnly = true)
    public List<Draft> open() {
        Tenant tenant = tenants.current();
        Set<Entry> taken = catalogue.entries();
        return lines.all().stream()
                .filter(line -> tenant.domains().contains(line.domain()))
                .flatMap(line -> line.proposals(tenant.currency()).stream())
                .filter(draft -> !taken.contains(Entry.of(draft.serviceType(), draft.name())))
                .toList();
    }

    /** @return how many there were to add */
    public int addAll(CurrentMember admin) {
        admin.require("update:catalogue");
        oneAtATime(admin);
        List<Draft> open = open();
        // What is added last stands first.
        open.reversed().forEach(draft -> catalogue.add(admin, draft));
        return open.size();
    }

    /** Of two who press at once the second waits, and finds nothing left to add. */
    private void oneAtATime(CurrentMember admin) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('requests.proposals ' || :tenant, 0))")
                .param("tenant", admin.tenant().value().toString())
                .query((row, index) -> true)
                .single();
    }

    record Entry(String serviceType, String name) {

        static Entry of(String serviceType, String name) {
            return new Entry(serviceType, name.strip().toLowerCase(Locale.ROOT));
        }
    }
}
