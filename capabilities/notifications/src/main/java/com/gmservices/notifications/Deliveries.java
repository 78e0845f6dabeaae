package com.gmservices.notifications;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.gmservices.notifications.MailId.OfAccount;
import com.gmservices.notifications.MailId.OfTenant;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The jobs that send mails, begun in the transaction that writes them: there is no mail without its job. */
@Component
class Deliveries {

    static final TaskDescriptor<OfTenant> OF_TENANT = TaskDescriptor.of("mail-of-tenant", OfTenant.class);
    static final TaskDescriptor<OfAccount> OF_ACCOUNT = TaskDescriptor.of("mail-of-account", OfAccount.class);

    private final ObjectProvider<SchedulerClient> jobs;
    private final MailServer server;
    private final Clock clock;

    /** The scheduler is asked for late: it needs every job, and a job of another module may well tell people. */
    Deliveries(ObjectProvider<SchedulerClient> jobs, MailServer server, Clock clock) {
        this.jobs = jobs;
        this.server = server;
        this.clock = clock;
    }

    /** Without a mail server there is nothing to do: the mails are kept. */
    void begin(List<? extends MailId> mails) {
        if (server.isThere() && !mails.isEmpty()) {
            jobs.getObject()
                    .scheduleBatch(
                            mails.stream().<TaskInstance<?>>map(Deliveries::job).toList(), clock.instant());
        }
    }

    private static TaskInstance<?> job(MailId mail) {
        return switch (mail) {
            case OfTenant ofTenant ->
                OF_TENANT.instance(mail.id().toString()).data(ofTenant).build();
            case OfAccount ofAccount ->
                OF_ACCOUNT.instance(mail.id().toString()).data(ofAccount).build();
        };
    }
}
