package com.gmservices.payments.inbox;

import com.gmservices.tenancy.CurrentTenant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What tests of other packages do with the inbox. */
@Component
public class Postman {

    private final Inbox inbox;
    private final JdbcClient jdbc;

    Postman(Inbox inbox, JdbcClient jdbc) {
        this.inbox = inbox;
        this.jdbc = jdbc;
    }

    /** What the current tenant's jobs do. */
    public void work() {
        waiting().forEach(inbox::work);
    }

    /** Also what was worked by {@link #work}, which leaves the job there. */
    public List<String> waiting() {
        return jdbc.sql("select task_instance from jobs.scheduled_tasks where task_name = ? and task_instance like ?")
                .params(Inbox.WORK.getTaskName(), CurrentTenant.id() + "/%")
                .query((row, index) -> row.getString(1))
                .list();
    }
}
