package com.gmservices.technology;

import com.gmservices.requests.RequestId;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.MemberId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What consultants are engaged for. Writing the same twice is writing it once. */
@Repository
class Engagements {

    private final JdbcClient jdbc;
    private final Clock clock;

    Engagements(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void open(RequestId id, MemberId customer, ItConsulting wish) {
        jdbc.sql("""
                insert into technology.engagement
                    (tenant_id, id, customer_id, topic, meeting, people, answer_by, confidential, stage, opened_at,
                     stage_since)
                values (:tenant, :id, :customer, :topic, :meeting, :people, :answerBy, :confidential, 'enquiry', :now,
                        :now)
                on conflict (tenant_id, id) do nothing
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("id", id.value())
                .param("customer", customer.value())
                .param("topic", wish.topic().name().toLowerCase(Locale.ROOT))
                .param("meeting", wish.meeting().name().toLowerCase(Locale.ROOT))
                .param("people", wish.people())
                .param("answerBy", wish.answerBy())
                .param("confidential", Boolean.TRUE.equals(wish.confidential()))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
