package com.gmservices.audit;

import com.gmservices.audit.Verifier.Verdict;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/** {@code audit verify [--tenant SLUG]} on the command line, instead of serving; fails when a trail was altered. */
@Component
class AuditCommand implements ApplicationRunner {

    private final Verifier verifier;
    private final Tenants tenants;
    private final ConfigurableApplicationContext context;

    AuditCommand(Verifier verifier, Tenants tenants, ConfigurableApplicationContext context) {
        this.verifier = verifier;
        this.tenants = tenants;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> words = arguments.getNonOptionArgs();
        if (!words.isEmpty() && words.getFirst().equals("audit")) {
            List<String> slugs = arguments.getOptionValues("tenant");
            System.exit(SpringApplication.exit(
                    context, () -> obey(words, slugs == null || slugs.isEmpty() ? null : slugs.getLast())));
        }
    }

    int obey(List<String> words, @Nullable String slug) {
        if (!words.equals(List.of("audit", "verify"))) {
            System.err.println("Usage: audit verify [--tenant SLUG]");
            return 1;
        }
        if (slug == null) {
            return verify(verifier::tenants);
        }
        Optional<Tenant> tenant = tenants.findBySlug(slug);
        if (tenant.isEmpty()) {
            System.err.println("There is no business " + slug);
            return 1;
        }
        return verify(lines -> List.of(tenant.get().id()));
    }

    private int verify(Function<Chained, List<TenantId>> some) {
        return verifier.all().stream()
                .flatMap(lines -> some.apply(lines).stream().map(tenant -> tell(lines, verifier.verify(lines, tenant))))
                .max(Integer::compare)
                .orElse(0);
    }

    private int tell(Chained lines, Verdict verdict) {
        String name = verdict.tenant().equals(Trail.PLATFORM)
                ? "platform"
                : tenants.find(verdict.tenant())
                        .map(Tenant::slug)
                        .orElse(verdict.tenant().toString());
        if (verdict.fault() == null) {
            System.out.printf(
                    "%s, %s: whole up to line %d (%s), %d not sealed yet%n",
                    name, lines.name(), verdict.position(), verdict.fingerprint(), verdict.unsealed());
            return 0;
        }
        System.out.printf(
                "%s, %s: BROKEN: %s; whole up to line %d (%s)%n",
                name, lines.name(), verdict.fault(), verdict.position(), verdict.fingerprint());
        return 1;
    }
}
