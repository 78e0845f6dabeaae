package com.gmservices.billing;

import com.gmservices.billing.Paper.Kind;
import com.gmservices.billing.Paper.Seller;
import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.money.Money;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The papers of the current tenant; added to, never changed. */
@Repository
class Papers {

    private static final TypeReference<List<Draft.Line>> LINES = new TypeReference<>() {};
    private static final TypeReference<List<Draft.Tax>> TAXES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Papers(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Until the end of the transaction: two who issue a paper for the same thing do so one after the other. */
    void lock(Kind kind, UUID subject) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("billing %s %s %s".formatted(CurrentTenant.id(), kind.code(), subject))
                .query((row, index) -> 0)
                .list();
    }

    /** Waits for whoever is about to take the one before, and gets that one when it is given up. */
    int nextPlace(Kind kind, int year) {
        return jdbc.sql("""
                insert into billing.last_number as n (tenant_id, kind, year, place) values (?, ?, ?, 1)
                on conflict (tenant_id, kind, year) do update set place = n.place + 1 returning place
                """)
                .params(CurrentTenant.id().value(), kind.code(), year)
                .query(Integer.class)
                .single();
    }

    void add(Paper paper, int year, int place) {
        jdbc.sql("""
                insert into billing.paper (tenant_id, id, kind, year, place, number, subject_kind, subject, reference,
                    page, customer, seller, buyer, lines, taxes, total, currency, due_on, corrects, reason, issued_on,
                    issued_at)
                values (:tenant, :id, :kind, :year, :place, :number, :subjectKind, :subject, :reference, :page,
                    :customer, :seller::jsonb, :buyer, :lines::jsonb, :taxes::jsonb, :total, :currency, :dueOn,
                    :corrects, :reason, :issuedOn, :issuedAt)
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("id", paper.id().value())
                .param("kind", paper.kind().code())
                .param("year", year)
                .param("place", place)
                .param("number", paper.number())
                .param("subjectKind", paper.subjectKind())
                .param("subject", paper.subject())
                .param("reference", paper.reference())
                .param("page", paper.page())
                .param("customer", paper.customer().value())
                .param("seller", json.writeValueAsString(paper.seller()))
                .param("buyer", paper.buyer())
                .param("lines", json.writeValueAsString(paper.lines()))
                .param("taxes", json.writeValueAsString(paper.taxes()))
                .param("total", paper.total().amount())
                .param("currency", paper.total().currency().getCurrencyCode())
                .param("dueOn", paper.dueOn())
                .param(
                        "corrects",
                        paper.corrects() == null ? null : paper.corrects().value())
                .param("reason", paper.reason())
                .param("issuedOn", paper.issuedOn())
                .param("issuedAt", paper.issuedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Paper> find(PaperId id) {
        return jdbc.sql("select * from billing.paper where tenant_id = ? and id = ?")
                .params(CurrentTenant.id().value(), id.value())
                .query(this::toPaper)
                .optional();
    }

    /** The invoice or the receipt for a thing; of credit notes there may be several. */
    Optional<Paper> find(Kind kind, String subjectKind, UUID subject) {
        return jdbc.sql("""
                select * from billing.paper where tenant_id = ? and kind = ? and subject_kind = ? and subject = ?
                  and kind <> 'credit_note'
                """)
                .params(CurrentTenant.id().value(), kind.code(), subjectKind, subject)
                .query(this::toPaper)
                .optional();
    }

    List<Paper> creditNotes(PaperId invoice) {
        return jdbc.sql("select * from billing.paper where tenant_id = ? and corrects = ? order by id")
                .params(CurrentTenant.id().value(), invoice.value())
                .query(this::toPaper)
                .list();
    }

    /**
     * The newest first.
     *
     * @param customer null for everybody's
     * @param open only invoices that are not paid
     */
    Page<Paper> list(@Nullable MemberId customer, @Nullable Kind kind, boolean open, Cursor cursor, int limit) {
        List<Paper> rows = jdbc.sql("""
                select p.* from billing.paper p
                where p.tenant_id = :tenant and p.id < :before
                  and (:customer::uuid is null or p.customer = :customer)
                  and (:kind::text is null or p.kind = :kind)
                  and (not :open or exists (select from billing.standing s
                       where s.tenant_id = :tenant and s.invoice = p.id and s.open))
                order by p.id desc limit :limit
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("before", cursor.after())
                .param("customer", customer == null ? null : customer.value())
                .param("kind", kind == null ? null : kind.code())
                .param("open", open)
                .param("limit", limit + 1)
                .query(this::toPaper)
                .list();
        return Page.of(rows, limit, paper -> paper.id().value());
    }

    private Paper toPaper(ResultSet row, int index) throws SQLException {
        UUID corrects = row.getObject("corrects", UUID.class);
        return new Paper(
                new PaperId(row.getObject("id", UUID.class)),
                Kind.of(row.getString("kind")),
                row.getString("number"),
                row.getString("subject_kind"),
                row.getObject("subject", UUID.class),
                row.getString("reference"),
                row.getString("page"),
                new MemberId(row.getObject("customer", UUID.class)),
                json.readValue(row.getString("seller"), Seller.class),
                row.getString("buyer"),
                json.readValue(row.getString("lines"), LINES),
                json.readValue(row.getString("taxes"), TAXES),
                Money.of(row.getLong("total"), row.getString("currency")),
                row.getObject("due_on", LocalDate.class),
                corrects == null ? null : new PaperId(corrects),
                row.getString("reason"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("issued_at", OffsetDateTime.class).toInstant());
    }
}
