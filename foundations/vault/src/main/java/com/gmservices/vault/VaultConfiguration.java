package com.gmservices.vault;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.gmservices.database.CannotStart;
import com.gmservices.database.Deployment;
import com.gmservices.database.Migration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean
    Migration vaultMigration() {
        return Migration.of("vault");
    }

    @Bean
    RecurringTask<Void> rotateKeys(ObjectProvider<KeyRotation> rotation) {
        return Tasks.recurring("rotate-keys", FixedDelay.of(Duration.ofSeconds(5)))
                .execute((task, context) -> rotation.getObject().work());
    }

    /** Refuses at start a key that does not open what is there: it would be noticed by the first who needs it. */
    @Bean
    MasterKeys masterKeys(
            @Value("${gm.master-key:#{null}}") @Nullable String key,
            @Value("${gm.master-key-file:#{null}}") @Nullable Path file,
            @Value("${gm.data:data}") Path data,
            Deployment deployment,
            DataKeys rows,
            NewKey newKey) {
        List<DataKeys.Row> samples = rows.samples();
        if (key != null) {
            List<MasterKey> keys = MasterKeys.read(key, "GM_MASTER_KEY");
            return StartCheck.opens(samples, () -> keys, "the one in GM_MASTER_KEY");
        }
        if (file != null) {
            return StartCheck.opens(samples, new MasterKeyFile(file), "the one in " + file);
        }
        if (deployment.isProduction()) {
            throw new CannotStart("Production needs a master key: set GM_MASTER_KEY, as from openssl rand -base64 32"
                    + " (keep a copy elsewhere) or aws-kms:// and the ARN of a key, or GM_MASTER_KEY_FILE.");
        }
        Path own = data.toAbsolutePath().resolve("master.key");
        if (!Files.exists(own)) {
            StartCheck.nothingIsSealed(samples, own);
            if (MasterKeyFile.make(own)) {
                newKey.wasMade(own);
            }
        }
        return StartCheck.opens(samples, new MasterKeyFile(own), "the one in " + own);
    }
}
