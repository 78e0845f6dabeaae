package com.gmservices.gateway;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.gmservices.database.Migration;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {

    @Bean
    Migration gatewayMigration() {
        return Migration.of("gateway");
    }

    @Bean
    RecurringTask<Void> forgetIdempotencyKeys(IdempotencyKeys keys) {
        return Tasks.recurring("forget-idempotency-keys", FixedDelay.of(Duration.ofHours(1)))
                .execute((task, context) -> keys.forgetOld());
    }
}
