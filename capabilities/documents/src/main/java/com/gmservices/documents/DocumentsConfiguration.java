package com.gmservices.documents;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.gmservices.database.Migration;
import com.gmservices.shell.MenuEntry;
import com.gmservices.shell.MenuEntry.Menu;
import com.gmservices.tenancy.Grants;
import com.gmservices.tenancy.Role;
import com.gmservices.vault.SealedColumn;
import com.gmservices.vault.Vault;
import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DocumentSettings.class)
class DocumentsConfiguration {

    /** In one form: several files at once, and what stands beside them. */
    private static final int FILES_AT_ONCE = 2;

    @Bean
    Migration documentsMigration() {
        return Migration.of("documents");
    }

    @Bean
    SealedColumn documentKeys(JdbcClient jdbc, Vault vault) {
        return SealedColumn.ofTenants(jdbc, vault, "documents.document", "id", "key");
    }

    @Bean
    Scanner scanner(@Value("${gm.clamav:#{null}}") @Nullable String address) {
        return address == null ? file -> new Scanner.Verdict.Harmless(false) : new ClamAv(address);
    }

    /** Files of forms go to our own scratch folder and never into memory. */
    @Bean
    MultipartConfigElement multipartConfigElement(Scratch scratch, DocumentSettings settings) {
        long most = settings.maxBytes();
        return new MultipartConfigElement(scratch.folder().toString(), most, FILES_AT_ONCE * most + (1 << 20), 0);
    }

    @Bean
    RecurringTask<Void> checkDocuments(ObjectProvider<Rounds> rounds) {
        return Tasks.recurring("check-documents", FixedDelay.of(Duration.ofSeconds(5)))
                .execute((task, context) -> rounds.getObject().go());
    }

    @Bean
    RecurringTask<Void> sweepDocuments(ObjectProvider<Sweep> sweep) {
        return Tasks.recurring("sweep-documents", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((task, context) -> go(sweep.getObject()));
    }

    private static void go(Sweep sweep) {
        try {
            sweep.go();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Bean
    MenuEntry filesEntry() {
        return new MenuEntry(Menu.ADMINISTRATION, "documents.files", "/files", "file", "manage:documents", 60);
    }

    @Bean
    Grants documentsGrants() {
        return Grants.to(Role.CUSTOMER, "attach:documents")
                .and(Role.STAFF, "attach:documents", "remove:documents")
                .and(Role.ADMIN, "attach:documents", "remove:documents", "manage:documents");
    }
}
