package com.gmservices.demo;

import com.gmservices.database.Cursor;
import com.gmservices.demo.Business.Part;
import com.gmservices.demo.Business.Story;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Fills an empty platform with two businesses, once. */
@Component
@Conditional(DemoWanted.class)
public class Demo implements ApplicationRunner {

    static final String PASSWORD = "harbour-lights-27";

    private static final List<String> BUSINESSES = List.of("gm", "harbour");
    private static final int NEWS_DAYS = 1;
    private static final Duration SINCE = Duration.ofDays(60);

    private final Tenants tenants;
    private final Founding founding;
    private final Playing playing;
    private final Hush hush;
    private final JsonMapper json;
    private final Clock clock;

    Demo(Tenants tenants, Founding founding, Playing playing, Hush hush, JsonMapper json, Clock clock) {
        this.tenants = tenants;
        this.founding = founding;
        this.playing = playing;
        this.hush = hush;
        this.json = json.rebuild()
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (tenants.all("", Cursor.newest(), 1).data().isEmpty()) {
            fill();
        }
    }

    /** A business that is there stays as it is. */
    void fill() {
        BUSINESSES.stream()
                .filter(slug -> tenants.findBySlug(slug).isEmpty())
                .map(this::read)
                .forEach(this::open);
        hush.lift();
    }

    /** With whom to sign in; empty when the platform was not empty and these people are not there. */
    public List<DemoAccount> accounts() {
        return BUSINESSES.stream()
                .filter(slug -> tenants.findBySlug(slug).isPresent())
                .map(this::read)
                .flatMap(business -> business.people().stream()
                        .filter(person -> person.role() != Part.CONTACT && person.email() != null)
                        .map(person -> new DemoAccount(
                                business.slug(),
                                business.name(),
                                person.role().name().toLowerCase(Locale.ROOT),
                                String.valueOf(person.email()),
                                PASSWORD)))
                .toList();
    }

    private void open(Business business) {
        TenantId id = TenantId.next();
        CurrentTenant.run(
                id, () -> play(DemoClock.at(clock.instant().minus(SINCE), () -> founding.found(id, business))));
    }

    private void play(Cast cast) {
        cast.business().stories().stream()
                .sorted(Comparator.comparingInt(Story::daysAgo).reversed().thenComparing(Story::at))
                .forEach(story -> {
                    hush.over(story.daysAgo() > NEWS_DAYS);
                    playing.play(cast, story);
                });
    }

    private Business read(String slug) {
        try (InputStream file = new ClassPathResource("demo/%s.json".formatted(slug)).getInputStream()) {
            return json.readValue(file, Business.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
