package com.gmservices.documents;

import com.gmservices.documents.Document.Measures;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of the files of the current tenant. Every query names it. */
@Repository
class DocumentRows {

    private final JdbcClient jdbc;

    DocumentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A document with where its content lies.
     *
     * @param incoming where it lies in plain until it is checked: {@code here} or a key of the store
     * @param key the file's own key, sealed
     * @param once what its sender has named this upload
     */
    record Row(
            TenantId tenant,
            Document document,
            @Nullable String incoming,
            @Nullable String storedKey,
            @Nullable String thumbnailKey,
            byte[] key,
            @Nullable String once,
            @Nullable Instant dueAt,
            int attempts) {

        DocumentId id() {
            return document.id();
        }

        /** Of everything in the store that is its own. */
        List<String> keys() {
            return Stream.of(storedKey, thumbnailKey, HERE.equals(incoming) ? null : incoming)
                    .flatMap(Stream::ofNullable)
                    .toList();
        }
    }

    /** Lies in plain on the disk of the node that has taken it. */
    static final String HERE = "here";

    void insert(Row row) {
        Document document = row.document;
        jdbc.sql("""
                insert into documents.document
                    (tenant_id, id, subject_kind, subject_id, internal, name, media_type, size, sha256, state, incoming,
                     key, owner_id, uploaded_by, once, due_at, created_at)
                values (:tenant, :id, :kind, :subject, :internal, :name, :type, :size, :sha256, :state, :incoming,
                     :key, :owner, :by, :once, :due, :at)
                """)
                .param("tenant", row.tenant.value())
                .param("id", document.id().value())
                .param("kind", document.subject().kind())
                .param("subject", document.subject().id())
                .param("internal", document.internal())
                .param("name", document.name())
                .param("type", document.mediaType())
                .param("size", document.size())
                .param("sha256", HexFormat.of().parseHex(document.sha256()))
                .param("state", document.state().code())
                .param("incoming", row.incoming)
                .param("key", row.key)
                .param("owner", value(document.owner()))
                .param("by", value(document.uploadedBy()))
                .param("once", row.once)
                .param("due", at(row.dueAt))
                .param("at", at(document.createdAt()))
                .update();
    }

    Optional<Row> find(DocumentId id) {
        return jdbc.sql("select * from documents.document where tenant_id = ? and id = ?")
                .params(CurrentTenant.id().value(), id.value())
                .query(DocumentRows::toRow)
                .optional();
    }

    /** What the same sender has sent under the same name before. */
    Optional<Row> find(MemberId sender, String once) {
        return jdbc.sql("select * from documents.document where tenant_id = ? and uploaded_by = ? and once = ?")
                .params(CurrentTenant.id().value(), sender.value(), once)
                .query(DocumentRows::toRow)
                .optional();
    }

    /** The newest first. */
    List<Row> of(Subject subject, boolean internal, UUID before, int limit) {
        return jdbc.sql("""
                select * from documents.document
                where tenant_id = :tenant and subject_kind = :kind and subject_id = :subject and id < :before
                    and (:internal or not internal)
                order by id desc limit :limit
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("kind", subject.kind())
                .param("subject", subject.id())
                .param("before", before)
                .param("internal", internal)
                .param("limit", limit)
                .query(DocumentRows::toRow)
                .list();
    }

    /** Of all that the business has, the newest first. */
    List<Row> all(UUID before, int limit) {
        return jdbc.sql("select * from documents.document where tenant_id = ? and id < ? order by id desc limit ?")
                .params(CurrentTenant.id().value(), before, limit)
                .query(DocumentRows::toRow)
                .list();
    }

    List<Row> due(Instant now, int limit) {
        return jdbc.sql("select * from documents.document where tenant_id = ? and due_at <= ? order by due_at limit ?")
                .params(CurrentTenant.id().value(), now.atOffset(ZoneOffset.UTC), limit)
                .query(DocumentRows::toRow)
                .list();
    }

    /** For whoever works on it until then; of two at once one gets it. */
    boolean claim(Row row, Instant until) {
        return jdbc.sql("""
                        update documents.document set due_at = :until, attempts = attempts + 1
                        where tenant_id = :tenant and id = :id and state = :state and attempts = :attempts
                        """)
                        .param("until", at(until))
                        .param("tenant", row.tenant.value())
                        .param("id", row.id().value())
                        .param("state", row.document.state().code())
                        .param("attempts", row.attempts)
                        .update()
                == 1;
    }

    /** It has arrived as announced. */
    boolean quarantine(DocumentId id, Instant due) {
        return jdbc.sql("""
                        update documents.document set state = 'quarantined', due_at = :due, attempts = 0
                        where tenant_id = :tenant and id = :id and state = 'arriving'
                        """)
                        .param("due", at(due))
                        .param("tenant", CurrentTenant.id().value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** What lay about in plain lies sealed in the store from now on, still to be checked. */
    void sealed(DocumentId id, String storedKey) {
        jdbc.sql("""
                update documents.document set incoming = null, stored_key = :stored
                where tenant_id = :tenant and id = :id and state = 'quarantined'
                """)
                .param("stored", storedKey)
                .param("tenant", CurrentTenant.id().value())
                .param("id", id.value())
                .update();
    }

    /** Checked; false when it was taken away meanwhile. */
    boolean release(Document checked, String storedKey, @Nullable String thumbnailKey) {
        Measures picture = checked.picture();
        return jdbc.sql("""
                        update documents.document
                        set state = :state, name = :name, media_type = :type, size = :size, sha256 = :sha256,
                            width = :width, height = :height, stored_key = :stored, thumbnail_key = :thumbnail,
                            incoming = null, due_at = null
                        where tenant_id = :tenant and id = :id and state = 'quarantined'
                        """)
                        .param("state", checked.state().code())
                        .param("name", checked.name())
                        .param("type", checked.mediaType())
                        .param("size", checked.size())
                        .param("sha256", HexFormat.of().parseHex(checked.sha256()))
                        .param("width", picture == null ? null : picture.width())
                        .param("height", picture == null ? null : picture.height())
                        .param("stored", storedKey)
                        .param("thumbnail", thumbnailKey)
                        .param("tenant", CurrentTenant.id().value())
                        .param("id", checked.id().value())
                        .update()
                == 1;
    }

    /** Its content goes, and what it was stays to be read for a while. */
    boolean turnAway(DocumentId id, DocumentState state, String reason, Instant until) {
        return jdbc.sql("""
                        update documents.document
                        set state = :state, reason = :reason, size = 0, incoming = null, stored_key = null,
                            thumbnail_key = null, due_at = :until
                        where tenant_id = :tenant and id = :id and state in ('arriving', 'quarantined')
                        """)
                        .param("state", state.code())
                        .param("reason", reason)
                        .param("until", at(until))
                        .param("tenant", CurrentTenant.id().value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Which of these files of the store belong to something. */
    List<String> known(Collection<String> keys) {
        return jdbc.sql("""
                select mine.key from documents.document, unnest(array[stored_key, thumbnail_key, incoming]) as mine (key)
                where tenant_id = :tenant and mine.key is not null
                    and (stored_key = any(:keys) or thumbnail_key = any(:keys) or incoming = any(:keys))
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("keys", keys.toArray(String[]::new))
                .query((row, index) -> row.getString("key"))
                .list();
    }

    /** Its content, or the small picture of it, lies elsewhere. */
    void moved(DocumentId id, boolean original, String storedKey) {
        jdbc.sql("update documents.document set %s = ? where tenant_id = ? and id = ?"
                        .formatted(original ? "stored_key" : "thumbnail_key"))
                .params(storedKey, CurrentTenant.id().value(), id.value())
                .update();
    }

    boolean delete(DocumentId id) {
        return jdbc.sql("delete from documents.document where tenant_id = ? and id = ?")
                        .params(CurrentTenant.id().value(), id.value())
                        .update()
                == 1;
    }

    private static @Nullable UUID value(@Nullable MemberId member) {
        return member == null ? null : member.value();
    }

    private static @Nullable MemberId member(@Nullable UUID id) {
        return id == null ? null : new MemberId(id);
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Row toRow(ResultSet row, int index) throws SQLException {
        OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
        return new Row(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                toDocument(row),
                row.getString("incoming"),
                row.getString("stored_key"),
                row.getString("thumbnail_key"),
                row.getBytes("key"),
                row.getString("once"),
                due == null ? null : due.toInstant(),
                row.getInt("attempts"));
    }

    private static Document toDocument(ResultSet row) throws SQLException {
        int width = row.getInt("width");
        return new Document(
                new DocumentId(row.getObject("id", UUID.class)),
                new Subject(row.getString("subject_kind"), row.getObject("subject_id", UUID.class)),
                row.getBoolean("internal"),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                DocumentState.of(row.getString("state")),
                width == 0 ? null : new Measures(width, row.getInt("height")),
                row.getString("thumbnail_key") != null,
                row.getString("reason"),
                member(row.getObject("owner_id", UUID.class)),
                member(row.getObject("uploaded_by", UUID.class)),
                row.getInt("revision"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
