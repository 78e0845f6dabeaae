package com.gmservices.notifications.delivery;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.gmservices.notifications.delivery.DeliveryId.OfAccount;
import com.gmservices.notifications.delivery.DeliveryId.OfTenant;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The jobs that send, begun in the transaction that writes what they send: there is no delivery without its job. */
@Component
public class Deliveries {

    static final TaskDescriptor<OfTenant> OF_TENANT = TaskDescriptor.of("delivery-of-tenant", OfTenant.class);
    static final TaskDescriptor<OfAccount> OF_ACCOUNT = TaskDescriptor.of("mail-of-account", OfAccount.class);

    /** Jobs of the time when there were only mails. */
    static final TaskDescriptor<OfTenant> MAIL_OF_TENANT = TaskDescriptor.of("mail-of-tenant", OfTenant.class);

    private final ObjectProvider<SchedulerClient> jobs;

    /** The scheduler is asked for late: it needs every job, and a job of another module may well tell people. */
    Deliveries(ObjectProvider<SchedulerClient> jobs) {
        this.jobs = jobs;
    }

    public record Due(DeliveryId delivery, Instant at) {}

    public void begin(List<Due> deliveries) {
        if (!deliveries.isEmpty()) {
            jobs.getObject()
                    .scheduleBatch(deliveries.stream()
                            .<SchedulableInstance<?>>map(due -> SchedulableInstance.of(job(due.delivery()), due.at()))
                            .toList());
        }
    }

    /** What was opened for the first time has its job from then on. */
    public void beginOnce(Due due) {
        jobs.getObject().scheduleIfNotExists(SchedulableInstance.of(job(due.delivery()), due.at()));
    }

    private static TaskInstance<?> job(DeliveryId delivery) {
        return switch (delivery) {
            case OfTenant ofTenant ->
                OF_TENANT.instance(delivery.id().toString()).data(ofTenant).build();
            case OfAccount ofAccount ->
                OF_ACCOUNT.instance(delivery.id().toString()).data(ofAccount).build();
        };
    }
}
