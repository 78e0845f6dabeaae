package com.gmservices.payments;

import com.gmservices.money.Money;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.SiteId;
import com.gmservices.tenancy.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Things to pay for. What is due changes in the transaction that settles a payment, as it does at the desk. */
public class Bills implements Payable {

    static final String KIND = "service-request";

    private final JdbcClient jdbc;
    private final AtomicReference<Runnable> afterNextLook = new AtomicReference<>(() -> {});
    private volatile boolean locked;

    Bills(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** What happens in the world just after somebody has seen what is due. */
    public void afterNextLook(Runnable event) {
        afterNextLook.set(event);
    }

    public void lock(boolean locked) {
        this.locked = locked;
    }

    @Transactional
    public UUID bill(TenantId tenant, MemberId payer, long amount) {
        return bill(tenant, payer, amount, 0);
    }

    @Transactional
    public UUID bill(TenantId tenant, MemberId payer, long amount, long tax) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into bills.bill (tenant_id, id, payer, due, total, tax) values (?, ?, ?, ?, ?, ?)")
                .params(tenant.value(), id, payer.value(), amount, amount, tax)
                .update();
        return id;
    }

    @Transactional
    public void change(UUID id, long due) {
        jdbc.sql("update bills.bill set due = ? where tenant_id = ? and id = ?")
                .params(due, CurrentTenant.id().value(), id)
                .update();
    }

    @Transactional
    public long stillDue(UUID id) {
        return jdbc.sql("select due from bills.bill where tenant_id = ? and id = ?")
                .params(CurrentTenant.id().value(), id)
                .query(Long.class)
                .single();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Due> due(UUID id, CurrentMember asking) {
        Optional<Due> due = due(id).filter(it -> asking.isStaff() || it.payer().equals(asking.id()));
        afterNextLook.getAndSet(() -> {}).run();
        return due;
    }

    @Override
    public Optional<Due> due(UUID id) {
        return jdbc.sql("select payer, due from bills.bill where tenant_id = ? and id = ?")
                .params(CurrentTenant.id().value(), id)
                .query((row, index) -> new Due(
                        Money.of(row.getLong("due"), "NGN"),
                        new MemberId(row.getObject("payer", UUID.class)),
                        "SR-2026-000123",
                        "/bills/" + id))
                .optional();
    }

    @Override
    public Optional<Bill> bill(UUID id) {
        return jdbc.sql("select total, tax from bills.bill where tenant_id = ? and id = ?")
                .params(CurrentTenant.id().value(), id)
                .query((row, index) -> new Bill(
                        SiteId.next(),
                        List.of(),
                        List.of(new Tax("VAT", Money.of(row.getLong("tax"), "NGN"))),
                        Money.of(row.getLong("total"), "NGN")))
                .optional();
    }

    @EventListener
    public void paid(PaymentEvent.PaymentSucceeded event) {
        if (locked) {
            throw new IllegalStateException("The bill is locked away");
        }
        add(event.subject(), -event.amount().amount());
    }

    private void add(UUID id, long amount) {
        jdbc.sql("update bills.bill set due = due + ? where tenant_id = ? and id = ?")
                .params(amount, CurrentTenant.id().value(), id)
                .update();
    }
}
