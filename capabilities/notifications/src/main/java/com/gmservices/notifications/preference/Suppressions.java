package com.gmservices.notifications.preference;

import com.gmservices.audit.Act;
import com.gmservices.audit.Trail;
import com.gmservices.notifications.Channel;
import com.gmservices.tenancy.Masked;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Addresses that nothing more is sent to: nobody is there, or whoever is there does not want it. */
@Repository
@Transactional
public class Suppressions {

    private final JdbcClient jdbc;
    private final Trail trail;
    private final Clock clock;

    Suppressions(JdbcClient jdbc, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    public enum Reason {
        BOUNCE,
        COMPLAINT,
        STOP;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public record Suppression(
            Channel channel,
            String address,
            String reason,
            @Nullable String detail,
            Instant since) {}

    /** The first reason stays. */
    public void add(TenantId tenant, Channel channel, String address, Reason reason, @Nullable String detail) {
        jdbc.sql("""
                insert into notifications.suppression (tenant_id, channel, address, reason, detail, since)
                values (:tenant, :channel, :address, :reason, :detail, :now) on conflict do nothing
                """)
                .param("tenant", tenant.value())
                .param("channel", channel.code())
                .param("address", spelled(channel, address))
                .param("reason", reason.code())
                .param("detail", detail)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Transactional(readOnly = true)
    public boolean covers(TenantId tenant, Channel channel, String address) {
        return jdbc.sql("""
                select exists (select from notifications.suppression
                               where tenant_id = ? and channel = ? and address = ?)
                """)
                .params(tenant.value(), channel.code(), spelled(channel, address))
                .query(Boolean.class)
                .single();
    }

    /** Those of one person's addresses. */
    @Transactional(readOnly = true)
    public List<Suppression> of(Member member) {
        String[] addresses = Stream.of(Addresses.mail(member.email()), Addresses.typedPhone(member.phone()))
                .filter(Objects::nonNull)
                .toArray(String[]::new);
        return jdbc.sql(
                        "select * from notifications.suppression where tenant_id = ? and address = any (?) order by channel")
                .params(member.tenant().value(), addresses)
                .query((row, index) -> new Suppression(
                        Channel.of(row.getString("channel")),
                        row.getString("address"),
                        row.getString("reason"),
                        row.getString("detail"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Somebody of the staff knows that the address is good again. */
    public void lift(TenantId tenant, MemberId of, Channel channel, String address) {
        int lifted = jdbc.sql(
                        "delete from notifications.suppression where tenant_id = ? and channel = ? and address = ?")
                .params(tenant.value(), channel.code(), spelled(channel, address))
                .update();
        if (lifted > 0) {
            trail.record(Act.of("suppression.lifted", "member", of)
                    .from(Map.of(
                            channel.code(), channel == Channel.MAIL ? Masked.email(address) : Masked.phone(address))));
        }
    }

    private static String spelled(Channel channel, String address) {
        return Objects.requireNonNull(
                channel == Channel.MAIL ? Addresses.mail(address) : Addresses.typedPhone(address));
    }
}
