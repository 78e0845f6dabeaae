package com.gmservices.demo;

import com.gmservices.database.Cursor;
import com.gmservices.demo.Business.Part;
import com.gmservices.demo.Business.Person;
import com.gmservices.identity.Accounts;
import com.gmservices.requests.ServiceRequest;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills an empty platform with two businesses, once. Their people can sign in as soon as it is ready; what they did in
 * the past weeks is told beside that, for nobody wants to wait for it. Where the telling was cut short, the next start
 * goes on with it.
 */
@Component
@Conditional(DemoWanted.class)
public class Demo implements ApplicationRunner {

    static final String PASSWORD = "harbour-lights-27";

    private static final Logger log = LoggerFactory.getLogger(Demo.class);
    private static final List<String> BUSINESSES = List.of("gm", "harbour");
    private static final Duration SINCE = Duration.ofDays(60);
    private static final Duration TOLD_WITHIN = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Tenants tenants;
    private final Accounts accounts;
    private final Founding founding;
    private final Recalling recalling;
    private final Playing playing;
    private final JsonMapper json;
    private final Clock clock;
    private volatile Thread play = Thread.ofVirtual().start(() -> {});
    private volatile boolean over;

    Demo(
            Tenants tenants,
            Accounts accounts,
            Founding founding,
            Recalling recalling,
            Playing playing,
            JsonMapper json,
            Clock clock) {
        this.tenants = tenants;
        this.accounts = accounts;
        this.founding = founding;
        this.recalling = recalling;
        this.playing = playing;
        this.json = json.rebuild()
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (tenants.all("", Cursor.newest(), 1).data().isEmpty()
                || BUSINESSES.stream().anyMatch(this::isBeingTold)) {
            open();
        }
    }

    /** A business that is there stays as it is, except for stories that were not told yet. */
    void open() {
        List<Business> businesses = BUSINESSES.stream()
                .filter(slug -> tenants.findBySlug(slug).isEmpty())
                .map(this::read)
                .toList();
        List<Cast> begun = BUSINESSES.stream()
                .filter(this::isBeingTold)
                .flatMap(slug -> recalled(slug).stream())
                .toList();
        var introductions = new Introductions(accounts, businesses);
        List<Cast> casts = Stream.concat(
                        begun.stream(), businesses.stream().map(business -> founded(business, introductions)))
                .toList();
        play = Thread.ofVirtual().name("demo").start(() -> casts.forEach(this::play));
    }

    /** With whom to sign in; empty where these businesses are not. */
    public List<DemoAccount> accounts() {
        return BUSINESSES.stream()
                .filter(slug -> tenants.findBySlug(slug).isPresent())
                .map(this::read)
                .flatMap(Demo::accounts)
                .toList();
    }

    private static Stream<DemoAccount> accounts(Business business) {
        return business.people().stream()
                .filter(person -> person.role() != Part.CONTACT)
                .map(person -> account(business, person));
    }

    private static DemoAccount account(Business business, Person person) {
        return new DemoAccount(
                business.slug(),
                business.name(),
                person.role().name().toLowerCase(Locale.ROOT),
                String.valueOf(person.email()),
                PASSWORD);
    }

    Cast founded(Business business, Introductions introductions) {
        TenantId id = TenantId.next();
        return CurrentTenant.call(
                id,
                () -> DemoClock.at(clock.instant().minus(SINCE), () -> founding.found(id, business, introductions)));
    }

    static Instant begun(Tenant tenant) {
        return tenant.createdAt().plus(SINCE);
    }

    private boolean isBeingTold(String slug) {
        Instant now = clock.instant();
        return tenants.findBySlug(slug)
                .map(Demo::begun)
                .filter(begun -> !begun.isAfter(now) && begun.isAfter(now.minus(TOLD_WITHIN)))
                .isPresent();
    }

    private Optional<Cast> recalled(String slug) {
        Tenant tenant = tenants.findBySlug(slug).orElseThrow();
        return CurrentTenant.call(tenant.id(), () -> recalling.recall(tenant, read(slug)));
    }

    void play(Cast cast) {
        try {
            CurrentTenant.run(cast.tenant(), () -> {
                Map<Instant, ServiceRequest> told = playing.told(cast);
                Weeks.of(cast).stream().takeWhile(story -> !over).forEach(story -> playing.play(cast, story, told));
            });
        } catch (RuntimeException e) {
            log.error("The demonstration of {} stops half way", cast.business().slug(), e);
        }
    }

    /** Waits until all is told. */
    public void watch() throws InterruptedException {
        play.join();
    }

    @PreDestroy
    void end() throws InterruptedException {
        over = true;
        play.join(PATIENCE);
    }

    /** With a chapter for each of its domains that has one. */
    Business read(String slug) {
        Business business = read(new ClassPathResource("demo/%s.json".formatted(slug)), Business.class);
        return business.with(business.domains().stream()
                .sorted()
                .map(domain -> "demo/%s/%s.json".formatted(slug, domain.name().toLowerCase(Locale.ROOT)))
                .map(ClassPathResource::new)
                .filter(ClassPathResource::exists)
                .map(file -> read(file, Chapter.class))
                .toList());
    }

    private <T> T read(ClassPathResource resource, Class<T> type) {
        try (InputStream file = resource.getInputStream()) {
            return json.readValue(file, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
