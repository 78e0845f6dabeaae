package com.gmservices.identity;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import com.gmservices.database.Migration;
import com.gmservices.identity.factors.SignInSteps;
import com.gmservices.identity.security.KnownDevices;
import com.gmservices.identity.security.SigningKeys;
import com.gmservices.tenancy.Grants;
import com.gmservices.tenancy.Role;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    Migration identityMigration() {
        return Migration.of("identity");
    }

    @Bean
    Grants keyGrants() {
        return Grants.to(Role.ADMIN, "manage:keys");
    }

    @Bean
    RecurringTask<Void> forgetExpiredTokens(RefreshTokens tokens) {
        return Tasks.recurring("forget-expired-tokens", Schedules.daily(LocalTime.of(3, 10)))
                .execute((task, context) -> tokens.forgetExpired());
    }

    @Bean
    RecurringTask<Void> rotateSigningKeys(SigningKeys keys) {
        return Tasks.recurring("rotate-signing-keys", Schedules.daily(LocalTime.of(3, 40)))
                .execute((task, context) -> keys.rotate());
    }

    @Bean
    RecurringTask<Void> forgetOldDevices(KnownDevices devices) {
        return Tasks.recurring("forget-old-devices", Schedules.daily(LocalTime.of(3, 30)))
                .execute((task, context) -> devices.forgetExpired());
    }

    @Bean
    RecurringTask<Void> forgetUnfinishedSignIns(SignInSteps steps) {
        return Tasks.recurring("forget-unfinished-sign-ins", Schedules.daily(LocalTime.of(3, 15)))
                .execute((task, context) -> steps.forgetExpired());
    }

    @Bean
    RecurringTask<Void> forgetSpentLinks(SpentLinks links) {
        return Tasks.recurring("forget-spent-links", Schedules.daily(LocalTime.of(3, 20)))
                .execute((task, context) -> links.forget());
    }
}
