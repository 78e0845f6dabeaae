package com.gmservices.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.database.Cursor;
import com.gmservices.database.Ids;
import com.gmservices.demo.Business.Outcome;
import com.gmservices.demo.Business.Story;
import com.gmservices.identity.Accounts;
import com.gmservices.payments.Checkout;
import com.gmservices.requests.Catalogue;
import com.gmservices.requests.History;
import com.gmservices.requests.RequestStatus;
import com.gmservices.requests.ServiceDesk;
import com.gmservices.requests.ServiceRequest;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(properties = {"gm.env=development", "gm.demo=true"})
class DemoTests {

    @Autowired
    Demo demo;

    @Autowired
    Tenants tenants;

    @Autowired
    Members members;

    @Autowired
    Catalogue catalogue;

    @Autowired
    ServiceDesk desk;

    @Autowired
    Recalling recalling;

    @Autowired
    Playing playing;

    @Autowired
    Accounts accounts;

    @Autowired
    Checkout till;

    @Autowired
    Clock clock;

    @BeforeEach
    void watch() throws InterruptedException {
        demo.watch();
        demo.open();
        demo.watch();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gm", "harbour"})
    void hasRequestsInEveryStatus(String slug) {
        Map<RequestStatus, Integer> counts = inside(slug, () -> desk.counts(owner()));

        assertThat(counts.keySet()).containsExactlyInAnyOrder(RequestStatus.values());
        assertThat(counts.values()).allMatch(count -> count > 0);
        assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gm", "harbour"})
    void happenedOverThePastWeeksAndNothingInTheFuture(String slug) {
        var page = inside(slug, () -> desk.list(owner(), false, null, Cursor.newest(), 100));

        assertThat(page.data())
                .extracting(ServiceRequest::createdAt)
                .isSortedAccordingTo((one, other) -> other.compareTo(one))
                .allMatch(moment -> moment.isBefore(clock.instant()));
        assertThat(page.data().getLast().createdAt()).isBefore(clock.instant().minus(Duration.ofDays(50)));
        assertThat(page.data()).allMatch(request -> request.standing().since().isBefore(clock.instant()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gm", "harbour"})
    void offersServicesThatWereRated(String slug) {
        var offerings =
                inside(slug, () -> catalogue.list(new Catalogue.Filter(null, null, false), Cursor.newest(), 100));

        assertThat(offerings.data()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(offerings.data())
                .filteredOn(offering -> offering.rating().count() > 0)
                .hasSizeGreaterThan(5);
    }

    @Test
    void openingAgainOpensNothing() {
        var before = inside("gm", () -> desk.counts(owner()));

        demo.open();

        assertThat(inside("gm", () -> desk.counts(owner()))).isEqualTo(before);
    }

    @Test
    void aTellingThatWasCutShortIsToldToItsEnd() {
        Business harbour = demo.read("harbour");
        List<Story> stories = harbour.stories().stream()
                .filter(story -> story.outcome() == Outcome.REVIEWED)
                .limit(4)
                .toList();
        Business business = called("harbour-" + Ids.next(), harbour, stories);
        Cast cast = demo.founded(business, new Introductions(accounts, List.of(business)));

        CurrentTenant.run(cast.tenant(), () -> {
            playing.play(cast, stories.getFirst(), playing.told(cast));
            new Scenes(desk, till, cast, stories.get(1)).atTheDesk();
        });
        for (int start = 0; start < 2; start++) {
            demo.play(recalled(business));
        }

        var requests = CurrentTenant.call(cast.tenant(), () -> playing.told(cast));
        assertThat(requests).hasSize(stories.size());
        assertThat(requests.values())
                .allSatisfy(request -> assertThat(CurrentTenant.call(cast.tenant(), () -> desk.history(request)))
                        .extracting(History.Entry::what)
                        .containsOnlyOnce("paid")
                        .endsWith("review"));
    }

    private Cast recalled(Business business) {
        Tenant tenant = tenants.findBySlug(business.slug()).orElseThrow();
        return CurrentTenant.call(
                tenant.id(), () -> recalling.recall(tenant, business).orElseThrow());
    }

    private static Business called(String slug, Business business, List<Story> stories) {
        return new Business(
                slug.substring(0, 40),
                business.name(),
                business.accent(),
                business.currency(),
                business.timeZone(),
                business.domains(),
                business.taxNumber(),
                business.tax(),
                business.address(),
                business.people(),
                business.providers(),
                business.offerings(),
                business.cars(),
                stories);
    }

    @Test
    void tellsWithWhomToSignIn() {
        assertThat(demo.accounts())
                .extracting(DemoAccount::email)
                .contains("owner@gm.example", "customer@gm.example", "owner@harbour.example");
    }

    private CurrentMember owner() {
        return members.toCurrent(members.staff().getFirst());
    }

    private <T> T inside(String slug, ScopedValue.CallableOp<T, RuntimeException> work) {
        Tenant tenant = tenants.findBySlug(slug).orElseThrow();
        return CurrentTenant.call(tenant.id(), work);
    }
}
