package com.gmservices.requests;

import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Members.Contact;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** For somebody who stands at the counter or is on the telephone, and wants it done before they leave. */
@Service
@Transactional
public class WalkIns {

    private static final int LATELY = 500;
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final ServiceDesk desk;
    private final Members members;

    WalkIns(JdbcClient jdbc, Catalogue catalogue, ServiceDesk desk, Members members) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.desk = desk;
        this.members = members;
    }

    /** What can be asked for, what is asked for most often lately first. */
    @Transactional(readOnly = true)
    public List<Offering> offerings() {
        List<OfferingId> ids = jdbc.sql("""
                select o.id
                from requests.offering o
                left join (select offering_id, count(*) as times
                           from (select offering_id from requests.request where tenant_id = :tenant
                                 order by id desc limit :lately) recent
                           group by offering_id) used on used.offering_id = o.id
                where o.tenant_id = :tenant and o.active
                order by used.times desc nulls last, o.name limit :most
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("lately", LATELY)
                .param("most", MOST)
                .query((row, index) -> new OfferingId(row.getObject("id", UUID.class)))
                .list();
        Map<OfferingId, Offering> found = catalogue.findAll(ids);
        return ids.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
    }

    /**
     * Somebody who has never been here: known from now on if, and only if, the request is taken in.
     *
     * @throws RequestRefused.Unfit with what must be mended
     */
    public ServiceRequest take(CurrentMember staff, Contact newcomer, Function<MemberId, NewRequest> wish) {
        return desk.place(staff, wish.apply(members.add(staff, newcomer).id()));
    }
}
