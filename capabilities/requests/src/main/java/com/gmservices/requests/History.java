package com.gmservices.requests;

import com.gmservices.database.Ids;
import com.gmservices.requests.ResponseClock.Step;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was done to requests, by whom and when; never changed. */
@Repository
public class History {

    /** An entry may be written by another machine than the request. */
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofHours(1);

    static final String ATTACH = "attach";

    private final JdbcClient jdbc;

    History(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One line of a request's history.
     *
     * @param what {@code create}, a {@link Move}'s code, {@code paid}, {@code refunded} or {@code attach}
     * @param by null for what time or a payment did
     * @param reason what was said about it, or the amount that was paid
     */
    public record Entry(
            String what,
            RequestStatus status,
            @Nullable MemberId by,
            boolean byStaff,
            @Nullable String reason,
            int revision,
            Instant at) {

        /** A file alone is no answer to a customer. */
        Step step() {
            return new Step(status, byStaff && !what.equals(ATTACH), at);
        }
    }

    void add(RequestId request, Entry entry) {
        jdbc.sql("""
                insert into requests.request_history
                    (tenant_id, id, request_id, revision, move, status, by_member, by_staff, reason, at)
                values (:tenant, :id, :request, :revision, :move, :status, :by, :byStaff, :reason, :at)
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("id", Ids.at(entry.at()))
                .param("request", request.value())
                .param("revision", entry.revision())
                .param("move", entry.what())
                .param("status", entry.status().code())
                .param("by", entry.by() == null ? null : entry.by().value())
                .param("byStaff", entry.byStaff())
                .param("reason", entry.reason())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** From the creation on, which spares looking into the months before. */
    List<Entry> of(RequestId request) {
        return jdbc.sql("""
                select * from requests.request_history where tenant_id = ? and request_id = ? and id >= ? order by revision
                """)
                .params(CurrentTenant.id().value(), request.value(), Ids.before(request.value(), CLOCKS_DIFFER_BY))
                .query(History::toEntry)
                .list();
    }

    private static Entry toEntry(ResultSet row, int index) throws SQLException {
        UUID by = row.getObject("by_member", UUID.class);
        return new Entry(
                row.getString("move"),
                RequestStatus.of(row.getString("status")),
                by == null ? null : new MemberId(by),
                row.getBoolean("by_staff"),
                row.getString("reason"),
                row.getInt("revision"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
