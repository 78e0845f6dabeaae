package com.gmservices.requests;

import com.gmservices.requests.Offering.Rating;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What customers said of finished work, one review a request. */
@Repository
@Transactional
public class Reviews {

    private final JdbcClient jdbc;

    Reviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Review(
            MemberId customer, int rating, @Nullable String comment, Instant createdAt) {}

    /** @throws RequestRefused.ChangedMeanwhile when it was reviewed a moment ago */
    void add(ServiceRequest request, Review review) {
        ProviderId provider = request.standing().provider();
        int added = jdbc.sql("""
                insert into requests.review
                    (tenant_id, request_id, offering_id, provider_id, customer_id, rating, comment, created_at)
                values (:tenant, :request, :offering, :provider, :customer, :rating, :comment, :now)
                on conflict do nothing
                """)
                .param("tenant", request.tenant().value())
                .param("request", request.id().value())
                .param("offering", request.order().offering().value())
                .param("provider", provider == null ? null : provider.value())
                .param("customer", review.customer().value())
                .param("rating", review.rating())
                .param("comment", review.comment())
                .param("now", review.createdAt().atOffset(ZoneOffset.UTC))
                .update();
        if (added == 0) {
            throw new RequestRefused.ChangedMeanwhile();
        }
    }

    @Transactional(readOnly = true)
    public Optional<Review> of(RequestId request) {
        return jdbc.sql("select * from requests.review where tenant_id = ? and request_id = ?")
                .params(CurrentTenant.id().value(), request.value())
                .query(Reviews::toReview)
                .optional();
    }

    @Transactional(readOnly = true)
    public List<Review> latest(OfferingId offering, int limit) {
        return jdbc.sql("""
                select * from requests.review where tenant_id = ? and offering_id = ? order by created_at desc limit ?
                """)
                .params(CurrentTenant.id().value(), offering.value(), limit)
                .query(Reviews::toReview)
                .list();
    }

    /** Of all offerings, those of the newest requests first. */
    @Transactional(readOnly = true)
    public List<Review> latest(int limit) {
        return jdbc.sql("select * from requests.review where tenant_id = ? order by request_id desc limit ?")
                .params(CurrentTenant.id().value(), limit)
                .query(Reviews::toReview)
                .list();
    }

    /** Of the whole business. */
    @Transactional(readOnly = true)
    public Rating overall() {
        return jdbc.sql("""
                select coalesce(sum(rating_sum), 0) as stars, coalesce(sum(rating_count), 0) as reviews
                from requests.offering where tenant_id = ?
                """)
                .param(CurrentTenant.id().value())
                .query((row, index) -> Rating.of(row.getLong("stars"), row.getInt("reviews")))
                .single();
    }

    private static Review toReview(ResultSet row, int index) throws SQLException {
        return new Review(
                new MemberId(row.getObject("customer_id", UUID.class)),
                row.getInt("rating"),
                row.getString("comment"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
