package com.gmservices.requests;

import com.gmservices.database.Cursor;
import com.gmservices.money.Money;
import com.gmservices.requests.ServiceLine.Remark;
import com.gmservices.requests.ServiceRequest.Account;
import com.gmservices.requests.ServiceRequest.Appointment;
import com.gmservices.requests.ServiceRequest.Order;
import com.gmservices.requests.ServiceRequest.QuoteMark;
import com.gmservices.requests.ServiceRequest.Standing;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.SiteId;
import com.gmservices.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All requests of the current tenant. */
@Repository
class ServiceRequests {

    private static final TypeReference<List<Remark>> REMARKS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final SealedDetails sealed;

    ServiceRequests(JdbcClient jdbc, JsonMapper json, SealedDetails sealed) {
        this.jdbc = jdbc;
        this.json = json;
        this.sealed = sealed;
    }

    Optional<ServiceRequest> find(RequestId id) {
        return jdbc.sql("select * from requests.one_request(?, ?)")
                .params(CurrentTenant.id().value(), id.value())
                .query(this::toRequest)
                .optional();
    }

    /** From new to old. */
    List<ServiceRequest> of(MemberId customer, Cursor cursor, int limit) {
        return jdbc.sql("""
                select * from requests.request
                where tenant_id = ? and customer_id = ? and id < ? order by id desc limit ?
                """)
                .params(CurrentTenant.id().value(), customer.value(), cursor.after(), limit)
                .query(this::toRequest)
                .list();
    }

    /** What is to be paid for a request now, and by whom. */
    record Owed(MemberId customer, String reference, Money due) {}

    /** Without reading what the request is about. */
    Optional<Owed> findOwed(RequestId id) {
        return jdbc.sql("""
                select customer_id, reference, status, currency, price, paid, refunded from requests.one_request(?, ?)
                """)
                .params(CurrentTenant.id().value(), id.value())
                .query((row, index) -> new Owed(
                        new MemberId(row.getObject("customer_id", UUID.class)),
                        row.getString("reference"),
                        toAccount(row).due(RequestStatus.of(row.getString("status")))))
                .optional();
    }

    /** Of one customer, from new to old: what is open, and what came to its end since then. */
    List<ServiceRequest> openOrEndedSince(MemberId customer, Instant since, int limit) {
        return jdbc.sql("""
                select * from requests.request
                where tenant_id = :tenant and customer_id = :customer
                  and (status not in ('completed', 'declined', 'cancelled') or since >= :since)
                order by id desc limit :limit
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("customer", customer.value())
                .param("since", at(since))
                .param("limit", limit)
                .query(this::toRequest)
                .list();
    }

    /** Of open requests only: those that are closed are too many to count while somebody waits. */
    Map<RequestStatus, Integer> openCounts() {
        var counts = new EnumMap<RequestStatus, Integer>(RequestStatus.class);
        jdbc.sql("""
                select status, count(*) as requests from requests.on_desk
                where tenant_id = ? and due_at is not null group by status
                """).param(CurrentTenant.id().value()).query(row -> {
            counts.put(RequestStatus.of(row.getString("status")), row.getInt("requests"));
        });
        return counts;
    }

    void add(ServiceRequest request) {
        Order order = request.order();
        bind(jdbc.sql("""
                with taken as (
                    insert into requests.request_reference (tenant_id, reference, request_id)
                    values (:tenant, :reference, :id))
                insert into requests.request
                    (tenant_id, id, reference, offering_id, service_type, customer_id, site_id, priority, tier, add_ons,
                     notes, preferred_at, details, remarks, status, since, currency, price, paid, refunded,
                     quote_version, quote_until, provider_id, starts_at, ends_at, respond_by, responded_at, resolve_by,
                     paused_since, reviewed, revision, created_at)
                values (:tenant, :id, :reference, :offering, :type, :customer, :site, :priority, :tier, :addOns,
                        :notes, :preferred, :details::jsonb, :remarks::jsonb, :status, :since, :currency, :price, :paid,
                        :refunded, :quoteVersion, :quoteUntil, :provider, :startsAt, :endsAt, :respondBy, :respondedAt,
                        :resolveBy, :pausedSince, :reviewed, :revision, :createdAt)
                """), request)
                .param("reference", request.reference())
                .param("offering", order.offering().value())
                .param("type", order.serviceType())
                .param("customer", order.customer().value())
                .param("site", order.site().value())
                .param("priority", order.priority().code())
                .param("tier", order.tier())
                .param("addOns", order.addOns().toArray(String[]::new))
                .param("notes", order.notes())
                .param("preferred", at(order.preferredAt()))
                .param(
                        "details",
                        json.writeValueAsString(sealed.seal(
                                request.tenant(), request.id().value(), order.serviceType(), order.details())))
                .param("remarks", json.writeValueAsString(order.remarks()))
                .param("currency", request.standing().account().currency().getCurrencyCode())
                .param("createdAt", at(request.createdAt()))
                .update();
    }

    /** Writes the next standing only if the one it came from is still the stored one. */
    void replace(ServiceRequest next) {
        int updated = bind(jdbc.sql("""
                update requests.request
                set status = :status, since = :since, price = :price, paid = :paid, refunded = :refunded,
                    quote_version = :quoteVersion, quote_until = :quoteUntil, provider_id = :provider,
                    starts_at = :startsAt, ends_at = :endsAt, respond_by = :respondBy, responded_at = :respondedAt,
                    resolve_by = :resolveBy, paused_since = :pausedSince, reviewed = :reviewed, revision = :revision
                where tenant_id = :tenant and id = :id and revision = :revision - 1
                """), next).update();
        if (updated == 0) {
            throw new RequestRefused.ChangedMeanwhile();
        }
    }

    /** Requests whose quote has run out. */
    List<RequestId> quotedUntil(Instant now) {
        return jdbc.sql("""
                select id from requests.on_desk where tenant_id = ? and status = 'quoted' and next_at <= ?
                order by next_at limit 500
                """)
                .params(CurrentTenant.id().value(), now.atOffset(ZoneOffset.UTC))
                .query((row, index) -> new RequestId(row.getObject("id", UUID.class)))
                .list();
    }

    private static StatementSpec bind(StatementSpec statement, ServiceRequest request) {
        Standing standing = request.standing();
        Account account = standing.account();
        Appointment appointment = standing.appointment();
        return statement
                .param("tenant", request.tenant().value())
                .param("id", request.id().value())
                .param("status", standing.status().code())
                .param("since", at(standing.since()))
                .param("price", account.price() == null ? null : account.price().amount())
                .param("paid", account.paid().amount())
                .param("refunded", account.refunded().amount())
                .param("quoteVersion", standing.quote().version())
                .param("quoteUntil", at(standing.quote().validUntil()))
                .param(
                        "provider",
                        standing.provider() == null ? null : standing.provider().value())
                .param("startsAt", appointment == null ? null : at(appointment.startsAt()))
                .param("endsAt", appointment == null ? null : at(appointment.endsAt()))
                .param("respondBy", at(standing.clock().respondBy()))
                .param("respondedAt", at(standing.clock().respondedAt()))
                .param("resolveBy", at(standing.clock().resolveBy()))
                .param("pausedSince", at(standing.clock().pausedSince()))
                .param("reviewed", standing.reviewed())
                .param("revision", request.revision());
    }

    ServiceRequest toRequest(ResultSet row, int index) throws SQLException {
        return new ServiceRequest(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                new RequestId(row.getObject("id", UUID.class)),
                row.getString("reference"),
                toOrder(row),
                toStanding(row),
                row.getInt("revision"),
                required(row, "created_at"));
    }

    private Order toOrder(ResultSet row) throws SQLException {
        return new Order(
                new OfferingId(row.getObject("offering_id", UUID.class)),
                row.getString("service_type"),
                new MemberId(row.getObject("customer_id", UUID.class)),
                new SiteId(row.getObject("site_id", UUID.class)),
                Priority.of(row.getString("priority")),
                row.getString("tier"),
                List.of((String[]) row.getArray("add_ons").getArray()),
                row.getString("notes"),
                instant(row, "preferred_at"),
                sealed.open(
                        new TenantId(row.getObject("tenant_id", UUID.class)),
                        row.getObject("id", UUID.class),
                        json.readTree(row.getString("details"))),
                json.readValue(row.getString("remarks"), REMARKS));
    }

    private static Standing toStanding(ResultSet row) throws SQLException {
        UUID provider = row.getObject("provider_id", UUID.class);
        Instant startsAt = instant(row, "starts_at");
        return new Standing(
                RequestStatus.of(row.getString("status")),
                required(row, "since"),
                toAccount(row),
                new QuoteMark(row.getInt("quote_version"), instant(row, "quote_until")),
                provider == null ? null : new ProviderId(provider),
                startsAt == null ? null : new Appointment(startsAt, required(row, "ends_at")),
                new ResponseClock.Reading(
                        required(row, "respond_by"),
                        instant(row, "responded_at"),
                        required(row, "resolve_by"),
                        instant(row, "paused_since")),
                row.getBoolean("reviewed"));
    }

    private static Account toAccount(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        Long price = row.getObject("price", Long.class);
        return new Account(
                currency,
                price == null ? null : new Money(price, currency),
                new Money(row.getLong("paid"), currency),
                new Money(row.getLong("refunded"), currency));
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Instant required(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
