package com.gmservices.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.database.Cursor;
import com.gmservices.database.Ids;
import com.gmservices.database.PlatformDatabase;
import com.gmservices.demo.Business.Outcome;
import com.gmservices.demo.Business.Part;
import com.gmservices.demo.Business.Person;
import com.gmservices.demo.Business.Story;
import com.gmservices.identity.Accounts;
import com.gmservices.payments.Checkout;
import com.gmservices.payments.Payment;
import com.gmservices.payments.PaymentStatus;
import com.gmservices.payments.Refunding;
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
import java.lang.Character.UnicodeScript;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On the oldest PostgreSQL that the platform supports: telling it comes through most of what is asked of a database. */
@SpringBootTest(properties = {"gm.demo=true", "gm.test.database=oldest"})
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
    Refunding refunding;

    @Autowired
    Clock clock;

    @Autowired
    @PlatformDatabase
    JdbcClient platform;

    @BeforeEach
    void watch() throws InterruptedException {
        Demonstration.isTold(demo);
    }

    @Test
    void isToldOnTheOldestDatabase() {
        assertThat(platform.sql("select current_setting('server_version_num')::int / 10000")
                        .query(Integer.class)
                        .single())
                .isEqualTo(15);
    }

    @Test
    void hasRequestsInEveryStatus() {
        Collection<ServiceRequest> requests = requests("gm");

        assertThat(requests).extracting(ServiceRequest::status).contains(RequestStatus.values());
        assertThat(requests).hasSizeGreaterThan(40);
    }

    @Test
    void tellsThreeHundredRequestsOfAllTypesInEachStatus() {
        List<ServiceRequest> all = Stream.concat(requests("gm").stream(), requests("harbour").stream())
                .toList();

        assertThat(all).hasSizeBetween(300, 350);
        assertThat(all.stream()
                        .collect(groupingBy(
                                request -> request.order().serviceType(), mapping(ServiceRequest::status, toSet()))))
                .hasSize(20)
                .allSatisfy((type, statuses) -> assertThat(statuses).contains(RequestStatus.values()));
    }

    @Test
    void tellsOfGoodAndBadDaysAndOfPaymentsThatFail() {
        var payments =
                inside("gm", () -> till.list(owner(), new Checkout.Listed(null, null, null), Cursor.newest(), 200));

        assertThat(Weeks.of(recalled("gm"))).extracting(Story::rating).contains(2, 3, 4, 5);
        assertThat(payments.data())
                .extracting(Payment::status)
                .contains(PaymentStatus.SUCCEEDED, PaymentStatus.FAILED)
                .containsAnyOf(PaymentStatus.REQUIRES_ACTION, PaymentStatus.CANCELED);
        assertThat(inside("gm", () -> refunding.list(owner(), null, Cursor.newest(), 100))
                        .data())
                .isNotEmpty();
    }

    @Test
    void grewAndRestsOnSundays() {
        Map<DayOfWeek, Long> byDay = requests("gm").stream()
                .collect(groupingBy(
                        request -> request.createdAt().atZone(ZoneOffset.UTC).getDayOfWeek(), counting()));
        Instant middle = clock.instant().minus(Duration.ofDays(28));

        assertThat(requests("gm").stream().filter(request -> request.createdAt().isAfter(middle)))
                .hasSizeGreaterThan(requests("gm").size() / 2);
        assertThat(byDay.get(DayOfWeek.SUNDAY)).isLessThan(byDay.get(DayOfWeek.TUESDAY));
    }

    @Test
    void knowsPeopleFromManyPlacesWithLongNames() {
        List<String> customers = demo.read("gm").people().stream()
                .filter(person -> person.role() == Part.CUSTOMER || person.role() == Part.CONTACT)
                .map(Person::name)
                .toList();

        assertThat(customers).hasSizeGreaterThanOrEqualTo(40).doesNotHaveDuplicates();
        assertThat(customers).anyMatch(name -> name.length() > 50);
        assertThat(customers).anyMatch(name -> written(name, UnicodeScript.ARABIC));
        assertThat(customers).anyMatch(name -> written(name, UnicodeScript.HAN));
    }

    private static boolean written(String name, UnicodeScript script) {
        return name.codePoints().anyMatch(character -> UnicodeScript.of(character) == script);
    }

    @Test
    void isToldTheSameWayAgain() {
        assertThat(Weeks.of(recalled("gm"))).isEqualTo(Weeks.of(recalled("gm")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gm", "harbour"})
    void happenedOverThePastWeeksAndNothingInTheFuture(String slug) {
        Instant now = clock.instant();

        assertThat(requests(slug))
                .hasSizeGreaterThanOrEqualTo(Weeks.of(recalled(slug)).size())
                .allMatch(request -> request.createdAt().isBefore(now))
                .allMatch(request -> request.standing().since().isBefore(now))
                .anyMatch(request -> request.createdAt().isBefore(now.minus(Duration.ofDays(50))));
    }

    private Collection<ServiceRequest> requests(String slug) {
        return inside(slug, () -> playing.told(recalled(slug)).values());
    }

    private Cast recalled(String slug) {
        return recalled(demo.read(slug));
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
        int before = requests("gm").size();

        demo.open();

        assertThat(requests("gm")).hasSize(before);
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
            new Scenes(desk, till, refunding, cast, stories.get(1)).atTheDesk();
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
                stories,
                List.of());
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
