package com.gmservices.requests;

import com.gmservices.money.Money;
import com.gmservices.requests.Quote.Line;
import com.gmservices.requests.Quote.Tax;
import com.gmservices.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Quotes, version by version; never changed. */
@Repository
class Quotes {

    private static final TypeReference<List<Line>> LINES = new TypeReference<>() {};
    private static final TypeReference<List<Tax>> TAXES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Quotes(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @throws RequestRefused.ChangedMeanwhile when somebody else has drawn this version a moment ago */
    void add(RequestId request, Quote quote) {
        int added = jdbc.sql("""
                insert into requests.quote
                    (tenant_id, request_id, version, lines, taxes, net, total, currency, valid_until, created_at)
                values (?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?)
                on conflict do nothing
                """)
                .params(
                        CurrentTenant.id().value(),
                        request.value(),
                        quote.version(),
                        json.writeValueAsString(quote.lines()),
                        json.writeValueAsString(quote.taxes()),
                        quote.net().amount(),
                        quote.total().amount(),
                        quote.total().currency().getCurrencyCode(),
                        quote.validUntil().atOffset(ZoneOffset.UTC),
                        quote.createdAt().atOffset(ZoneOffset.UTC))
                .update();
        if (added == 0) {
            throw new RequestRefused.ChangedMeanwhile();
        }
    }

    Optional<Quote> find(RequestId request, int version) {
        return jdbc.sql("select * from requests.quote where tenant_id = ? and request_id = ? and version = ?")
                .params(CurrentTenant.id().value(), request.value(), version)
                .query(this::toQuote)
                .optional();
    }

    /** The quote that the price of its request comes from. */
    Optional<Quote> findAgreed(RequestId request) {
        return jdbc.sql("""
                select q.* from requests.quote q cross join lateral requests.one_request(q.tenant_id, q.request_id) r
                where q.tenant_id = ? and q.request_id = ?
                  and q.version = r.quote_version and q.total = r.price and q.currency = r.currency
                """)
                .params(CurrentTenant.id().value(), request.value())
                .query(this::toQuote)
                .optional();
    }

    private Quote toQuote(ResultSet row, int index) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new Quote(
                row.getInt("version"),
                json.readValue(row.getString("lines"), LINES),
                json.readValue(row.getString("taxes"), TAXES),
                new Money(row.getLong("net"), currency),
                new Money(row.getLong("total"), currency),
                row.getObject("valid_until", OffsetDateTime.class).toInstant(),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
