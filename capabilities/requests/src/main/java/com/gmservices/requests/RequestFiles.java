package com.gmservices.requests;

import com.gmservices.documents.Attachable;
import com.gmservices.documents.DocumentEvent.DocumentAttached;
import com.gmservices.documents.Subject;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.MemberId;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Files hang on requests: customers see and add those of their own, staff all, and theirs alone what they keep among
 * themselves. A new file stands in the history, unless only staff see it.
 */
@Component
public class RequestFiles implements Attachable {

    public static final String KIND = "service-request";

    private final ServiceRequests requests;
    private final History history;
    private final JdbcClient jdbc;
    private final Clock clock;

    RequestFiles(ServiceRequests requests, History history, JdbcClient jdbc, Clock clock) {
        this.requests = requests;
        this.history = history;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public static Subject subject(RequestId id) {
        return new Subject(KIND, id.value());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Access> access(UUID id, CurrentMember asking) {
        return requests.find(new RequestId(id)).flatMap(request -> access(request, asking));
    }

    @Override
    public String page(UUID id) {
        return "/requests/" + id;
    }

    /** Empty for a request that the member may not see. */
    public static Optional<Access> access(ServiceRequest request, CurrentMember asking) {
        MemberId customer = request.order().customer();
        boolean staff = asking.may("read:all-requests");
        return staff || customer.equals(asking.id())
                ? Optional.of(new Access(customer, asking.may("attach:documents"), staff))
                : Optional.empty();
    }

    /** In the transaction that shows the file; like a payment it is never refused. */
    @EventListener
    void on(DocumentAttached file) {
        if (!file.kind().equals(KIND) || file.internal()) {
            return;
        }
        var id = new RequestId(file.subject());
        int found = jdbc.sql("update requests.request set revision = revision + 1 where tenant_id = ? and id = ?")
                .params(CurrentTenant.id().value(), id.value())
                .update();
        if (found == 1) {
            ServiceRequest request = requests.find(id).orElseThrow();
            boolean byStaff =
                    file.by() != null && !file.by().equals(request.order().customer());
            history.add(
                    id,
                    new History.Entry(
                            History.ATTACH,
                            request.status(),
                            file.by(),
                            byStaff,
                            null,
                            request.revision(),
                            clock.instant()));
        }
    }
}
