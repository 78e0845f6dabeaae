package com.gmservices.payments.dispute;

import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What tests of other packages do with disputes. */
@Component
public class Courtroom {

    private final OpenDisputes open;
    private final Answering answering;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    Courtroom(OpenDisputes open, Answering answering, JdbcClient jdbc, TransactionTemplate transactions) {
        this.open = open;
        this.answering = answering;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** What the job does. */
    public void look() {
        open.look();
    }

    public Dispute contest(CurrentMember staff, Dispute dispute, String explanation, String key) {
        return answering.contest(staff, dispute.id(), explanation, null, key);
    }

    public Dispute accept(CurrentMember staff, Dispute dispute, String key) {
        return answering.accept(staff, dispute.id(), key);
    }

    /** The newest first. */
    public List<String> answers(Dispute dispute) {
        return answering.of(dispute.id()).stream()
                .map(answer -> answer.kind().code() + " " + answer.status().code())
                .toList();
    }

    public int words() {
        return count("select count(*) from payments.dispute_hearsay where tenant_id = ?");
    }

    public int events(String type) {
        return count("select count(*) from events.event_log where tenant_id = ? and type = '%s'".formatted(type));
    }

    /** What the trail says of it. */
    public List<String> trail(UUID dispute) {
        return transactions.execute(
                status -> jdbc.sql("select action from audit.entry where tenant_id = ? and subject = ? order by id")
                        .params(CurrentTenant.id().value(), dispute.toString())
                        .query((row, index) -> row.getString(1))
                        .list());
    }

    private int count(String sql) {
        return transactions.execute(status -> jdbc.sql(sql)
                .param(CurrentTenant.id().value())
                .query(Integer.class)
                .single());
    }
}
