package com.gmservices.payments.dispute;

import com.gmservices.documents.DocumentId;
import com.gmservices.payments.dispute.Answer.Enclosure;
import com.gmservices.payments.dispute.Answer.Kind;
import com.gmservices.payments.dispute.Answer.Status;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the current tenant's staff have answered. */
@Repository
class Answers {

    /** No call to a gateway takes longer. */
    private static final Duration LONGEST_CALL = Duration.ofMinutes(1);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final JdbcClient jdbc;

    Answers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when another one is on its way. */
    boolean add(Answer answer, String key) {
        return jdbc.sql("""
                insert into payments.dispute_answer (tenant_id, id, dispute, kind, explanation, documents, names, types,
                  answered_by, key, status, tell_at, answered_at)
                values (:tenant, :id, :dispute, :kind, :explanation, :documents, :names, :types, :by, :key, 'pending',
                  :tellAt, :now)
                on conflict do nothing
                """)
                        .param("tenant", CurrentTenant.id().value())
                        .param("id", answer.id())
                        .param("dispute", answer.dispute().value())
                        .param("kind", answer.kind().code())
                        .param("explanation", answer.explanation())
                        .param(
                                "documents",
                                answer.files().stream()
                                        .map(it -> it.document().value())
                                        .toArray(UUID[]::new))
                        .param(
                                "names",
                                answer.files().stream().map(Enclosure::name).toArray(String[]::new))
                        .param(
                                "types",
                                answer.files().stream().map(Enclosure::type).toArray(String[]::new))
                        .param("by", answer.by().value())
                        .param("key", key)
                        .param("tellAt", utc(answer.answeredAt().plus(LONGEST_CALL)))
                        .param("now", utc(answer.answeredAt()))
                        .update()
                == 1;
    }

    void close(Answer answer, Status as, Instant now) {
        jdbc.sql("""
                update payments.dispute_answer set status = :as, tell_at = null, finished_at = :now
                where tenant_id = :tenant and id = :id and status = 'pending'
                """)
                .param("as", as.code())
                .param("now", utc(now))
                .param("tenant", CurrentTenant.id().value())
                .param("id", answer.id())
                .update();
    }

    /** True for one of those who found it due. */
    boolean claim(Answer answer, Instant now) {
        Duration pause = LONGEST_CALL.multipliedBy(1L << Math.min(answer.tries() + 1, 20));
        return jdbc.sql("""
                update payments.dispute_answer set tries = tries + 1, tell_at = :next
                where tenant_id = :tenant and id = :id and tries = :seen and status = 'pending'
                """)
                        .param("next", utc(now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE)))
                        .param("tenant", CurrentTenant.id().value())
                        .param("id", answer.id())
                        .param("seen", answer.tries())
                        .update()
                == 1;
    }

    List<Answer> due(Instant now, int limit) {
        return jdbc.sql("""
                select * from payments.dispute_answer where tenant_id = ? and tell_at <= ? order by tell_at limit ?
                """)
                .params(CurrentTenant.id().value(), utc(now), limit)
                .query(Answers::toAnswer)
                .list();
    }

    Optional<Answer> findByKey(DisputeId dispute, MemberId by, String key) {
        return jdbc.sql("""
                select * from payments.dispute_answer
                where tenant_id = ? and dispute = ? and answered_by = ? and key = ?
                """)
                .params(CurrentTenant.id().value(), dispute.value(), by.value(), key)
                .query(Answers::toAnswer)
                .optional();
    }

    /** The newest first. */
    List<Answer> of(DisputeId dispute) {
        return jdbc.sql("select * from payments.dispute_answer where tenant_id = ? and dispute = ? order by id desc")
                .params(CurrentTenant.id().value(), dispute.value())
                .query(Answers::toAnswer)
                .list();
    }

    private static Answer toAnswer(ResultSet row, int index) throws SQLException {
        return new Answer(
                row.getObject("id", UUID.class),
                new DisputeId(row.getObject("dispute", UUID.class)),
                Kind.of(row.getString("kind")),
                row.getString("explanation"),
                files(row),
                new MemberId(row.getObject("answered_by", UUID.class)),
                Status.of(row.getString("status")),
                row.getInt("tries"),
                row.getObject("answered_at", OffsetDateTime.class).toInstant());
    }

    private static List<Enclosure> files(ResultSet row) throws SQLException {
        UUID[] documents = (UUID[]) row.getArray("documents").getArray();
        String[] names = (String[]) row.getArray("names").getArray();
        String[] types = (String[]) row.getArray("types").getArray();
        var files = new ArrayList<Enclosure>();
        for (int i = 0; i < documents.length; i++) {
            files.add(new Enclosure(new DocumentId(documents[i]), names[i], types[i]));
        }
        return files;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
