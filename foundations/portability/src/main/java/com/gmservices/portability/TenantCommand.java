package com.gmservices.portability;

import com.gmservices.portability.Transfer.State;
import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.Tenants;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/** {@code tenant import SLUG FILE} on the command line, instead of serving. */
@Component
class TenantCommand implements ApplicationRunner {

    /** Whoever can start the platform here is nobody by name. */
    private static final CurrentIdentity SOMEBODY =
            new CurrentIdentity(new IdentityId(new UUID(0, 0)), "", "", "", true);

    private static final Logger log = LoggerFactory.getLogger(TenantCommand.class);

    private final TransferDesk desk;
    private final TransferJobs jobs;
    private final Transfers transfers;
    private final Tenants tenants;
    private final ConfigurableApplicationContext context;

    TenantCommand(
            TransferDesk desk,
            TransferJobs jobs,
            Transfers transfers,
            Tenants tenants,
            ConfigurableApplicationContext context) {
        this.desk = desk;
        this.jobs = jobs;
        this.transfers = transfers;
        this.tenants = tenants;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> words = arguments.getNonOptionArgs();
        if (!words.isEmpty() && words.getFirst().equals("tenant")) {
            System.exit(SpringApplication.exit(context, () -> obey(words, passphrase())));
        }
    }

    int obey(List<String> words, @Nullable String passphrase) {
        if (words.size() != 4 || !words.get(1).equals("import")) {
            System.err.println("Usage: tenant import SLUG FILE, with the passphrase in GM_PASSPHRASE");
            return 1;
        }
        Optional<Tenant> tenant = tenants.findBySlug(words.get(2));
        if (tenant.isEmpty()) {
            System.err.println("There is no business " + words.get(2) + ": let its owner sign up first");
            return 1;
        }
        try (InputStream archive = Files.newInputStream(Path.of(words.get(3)))) {
            return take(tenant.get(), archive, passphrase);
        } catch (IOException e) {
            System.err.println("The file cannot be read: " + e.getMessage());
            return 1;
        } catch (PortabilityRefused refusal) {
            System.err.println(refusal.getMessage());
            return 1;
        }
    }

    private int take(Tenant tenant, InputStream archive, @Nullable String passphrase) throws IOException {
        Transfer asked = desk.take(tenant.id(), SOMEBODY, archive, passphrase);
        Transfer done = carriedOut(asked);
        if (done.state() == State.READY) {
            System.out.printf("%s is here: its people sign in, or are invited.%n", tenant.name());
            return 0;
        }
        System.err.println(done.failure());
        return 1;
    }

    /** It is tried a few times, as it would be by the platform. */
    private Transfer carriedOut(Transfer asked) {
        Transfer now = asked;
        while (now.isUnderWay()) {
            try {
                jobs.work(new TransferJobs.Work(asked.tenant(), asked.id()));
            } catch (IllegalStateException again) {
                log.warn("Once more", again);
            }
            now = CurrentTenant.call(
                    asked.tenant(), () -> transfers.find(asked.id()).orElseThrow());
        }
        return now;
    }

    private static @Nullable String passphrase() {
        String set = System.getenv("GM_PASSPHRASE");
        return set != null
                ? set
                : Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .map(console -> new String(console.readPassword("Passphrase: ")))
                        .orElse(null);
    }
}
