package com.gmservices.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gmservices.database.PlatformDatabase;
import com.gmservices.requests.Boatyard.Yard;
import com.gmservices.requests.Dossiers.Listed;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Role;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@RecordApplicationEvents
class SearchTests {

    @Autowired
    Boatyard boatyard;

    @Autowired
    Dossiers dossiers;

    @Autowired
    ServiceDesk desk;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Members members;

    @Autowired
    SearchIndex index;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @PlatformDatabase
    JdbcClient platform;

    Yard yard;
    ServiceRequest request;

    @BeforeEach
    void openYard() {
        yard = boatyard.open();
        Member wanda = yard.in(() ->
                members.add(yard.ben(), new Members.Contact("Wanda Kühn", "wanda@boats.example", "+234 803 555 0142")));
        Offering offering = boatyard.offer(yard, Boatyard.crane());
        NewRequest wish = boatyard.wish(offering);
        request = yard.in(() -> desk.place(
                yard.ben(),
                new NewRequest(
                        wish.offering(),
                        wish.details(),
                        null,
                        List.of(),
                        "The propeller is bent, see KJA-482-FD",
                        null,
                        null,
                        null,
                        wanda.id())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "propeller",
                "PROP",
                "bent propeller",
                "kja482fd",
                "KJA 482 FD",
                "482",
                "albatross",
                "Volvo",
                "apapa volvo",
                "crane",
                "haul out",
                "wanda",
                "kuhn",
                "Kühn crane",
                "wanda@boats.example",
                "0803 555 0142",
                "+2348035550142",
                "5550142",
                "0142"
            })
    void isFoundBy(String words) {
        boatyard.request(yard, boatyard.offer(yard, other()), yard.chidi(), "Keel", "Harbour");

        assertThat(find(words)).contains(request.id());
        assertThat(listed(yard, words).guessed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"propellr", "porpeller", "albatros", "wandda", "vlovo", "crnae"})
    void slipsAreForgiven(String words) {
        await().untilAsserted(() -> assertThat(find(words)).containsExactly(request.id()));
    }

    @Test
    void saysThatItHasGuessed() {
        await().until(() -> listed(yard, "porpeller").guessed());
    }

    /** One more listener for each request would be one more that waits for the disk. */
    @Test
    void wordsThatAreThereAreNotWrittenAgain(ApplicationEvents told) {
        await().untilAsserted(() -> assertThat(find("porpeller")).containsExactly(request.id()));
        int before = worded(told);

        yard.inside(() -> desk.place(yard.ben(), again("The propeller is bent, see KJA-482-FD")));
        assertThat(worded(told)).isEqualTo(before);

        yard.inside(() -> desk.place(yard.ben(), again("The mainsail is bent")));
        assertThat(worded(told)).isEqualTo(before + 1);
        await().untilAsserted(() -> assertThat(find("mainsial")).hasSize(1));
    }

    private static int worded(ApplicationEvents told) {
        return Math.toIntExact(told.stream(RequestWorded.class).count());
    }

    private NewRequest again(String notes) {
        var order = request.order();
        return new NewRequest(
                order.offering(), order.details(), null, List.of(), notes, null, null, null, order.customer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zeppelin", "propeller zeppelin", "kja483", "wanda@else.example", "%", "'"})
    void isNotFoundBy(String words) {
        assertThat(find(words)).isEmpty();
    }

    @Test
    void theReferenceFindsOne() {
        boatyard.request(yard);

        assertThat(find(request.reference())).containsExactly(request.id());
        assertThat(find(request.reference().replace("-", "").toLowerCase(Locale.ROOT)))
                .containsExactly(request.id());
        assertThat(find(request.reference().substring(8).replaceFirst("^0+", "")))
                .startsWith(request.id());
    }

    @Test
    void wordsAndFiltersGoTogether() {
        assertThat(find(new Wanted(
                        "propeller",
                        Set.of(RequestStatus.PENDING),
                        null,
                        null,
                        null,
                        false,
                        false,
                        null,
                        Set.of(),
                        null,
                        null,
                        Wanted.Sort.CUSTOMER)))
                .containsExactly(request.id());
        assertThat(find(new Wanted(
                        "propeller",
                        Set.of(RequestStatus.COMPLETED),
                        null,
                        null,
                        null,
                        false,
                        false,
                        null,
                        Set.of(),
                        null,
                        null,
                        Wanted.Sort.NEWEST)))
                .isEmpty();
    }

    @Test
    void goesOnWhereItStopped() {
        Offering offering = boatyard.offer(yard, other());
        List<RequestId> keels = IntStream.range(0, 5)
                .mapToObj(at -> boatyard.request(yard, offering, yard.chidi(), "Keel", "Jetty " + at)
                        .id())
                .toList();

        Listed first = yard.in(() -> dossiers.list(yard.ben(), words("keel"), null, 3));
        Listed second = yard.in(() -> dossiers.list(
                yard.ben(),
                words("keel"),
                Place.valueOf(String.valueOf(first.page().nextCursor())),
                3));

        assertThat(Stream.concat(ids(first).stream(), ids(second).stream()))
                .containsExactlyElementsOf(keels.reversed());
        assertThat(second.page().hasMore()).isFalse();
    }

    @Test
    void aRenamedCustomerIsFollowed() {
        Member wanda = yard.in(() -> members.find(request.order().customer()).orElseThrow());
        yard.inside(() -> members.change(
                yard.ada(), wanda.id(), wanda.revision(), new Members.Change("Wanda Zorn", null, null, null, null)));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(find("zorn")).containsExactly(request.id());
            assertThat(find("kuhn")).isEmpty();
        });
    }

    @Test
    void aRenamedOfferingIsFoundAtOnce() {
        Offering offering =
                yard.in(() -> catalogue.find(request.order().offering()).orElseThrow());
        yard.inside(() -> catalogue.change(yard.ada(), offering.id(), offering.revision(), other()));

        assertThat(find("slipway")).containsExactly(request.id());
        assertThat(find("crane")).isEmpty();
    }

    @Test
    void whatIsMissingIsWritten() {
        yard.inside(() -> transactions.executeWithoutResult(
                status -> jdbc.sql("update requests.request_search set document = null where tenant_id = ?")
                        .param(yard.tenant().id().value())
                        .update()));
        assertThat(find("propeller")).isEmpty();

        yard.inside(index::writeMissing);

        assertThat(find("propeller")).containsExactly(request.id());
    }

    @Test
    void whoeverUsesTheSameNewWordFirstKeepsNobodyWaiting() {
        Offering offering =
                yard.in(() -> catalogue.find(request.order().offering()).orElseThrow());
        boatyard.inOneTransaction(yard, () -> {
            ServiceRequest first = boatyard.request(yard, offering, yard.chidi(), "Keel", "Quodlibet");
            try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
                var other = others.submit(() -> boatyard.request(yard, offering, yard.chidi(), "Keel", "Quodlibet"));
                assertThat(other).succeedsWithin(Duration.ofSeconds(10));
            }
            return first;
        });

        assertThat(find("quodlibet")).hasSize(2);
    }

    @Test
    void customersFindTheirOwnOnly() {
        CurrentMember dayo = boatyard.join(yard, "Dayo Bello", Role.CUSTOMER);

        assertThat(ids(yard.in(() -> dossiers.list(dayo, words("propeller"), null, 10))))
                .isEmpty();
        assertThat(ids(yard.in(() -> dossiers.list(dayo, words(request.reference()), null, 10))))
                .isEmpty();
        assertThat(ids(yard.in(() -> dossiers.list(dayo, words("porpeller"), null, 10))))
                .isEmpty();
    }

    @Test
    void anotherBusinessFindsNothing() {
        Yard stranger = boatyard.open();

        for (String words : List.of("propeller", "porpeller", "wanda", request.reference(), "5550142")) {
            assertThat(ids(listed(stranger, words))).isEmpty();
        }
    }

    /** Both run with their owner's rights: whatever is asked of them, they keep to the tenant that is bound. */
    @Test
    void theFunctionsKnowOnlyTheTenantThatIsBound() {
        Yard stranger = boatyard.open();

        await().untilAsserted(() -> assertThat(finds(work -> yard.in(work))).containsExactly(1, 1));
        assertThat(finds(work -> stranger.in(work))).containsExactly(0, 0);
        assertThat(finds(Supplier::get)).containsExactly(0, 0);
    }

    @Test
    void onlyThePlatformsRolesMayAskThem() {
        assertThat(platform.sql("""
                        select bool_or(has_function_privilege('public', p.oid, 'execute'))
                        from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                        where n.nspname = 'requests' and p.prosecdef
                        """).query(Boolean.class).single()).isFalse();
    }

    private List<Integer> finds(Function<Supplier<List<Integer>>, List<Integer>> where) {
        return where.apply(() -> {
            List<Integer> counts = transactions.execute(status -> List.of(
                    jdbc.sql("select count(*) from requests.find_requests('propeller', ?, 100)")
                            .param(new UUID(-1, -1))
                            .query(Integer.class)
                            .single(),
                    jdbc.sql("select count(*) from requests.near_words(array['porpeller'])")
                            .query(Integer.class)
                            .single()));
            return counts == null ? List.of() : counts;
        });
    }

    private List<RequestId> find(String words) {
        return ids(listed(yard, words));
    }

    private List<RequestId> find(Wanted wanted) {
        return ids(yard.in(() -> dossiers.list(yard.ben(), wanted, null, 10)));
    }

    private Listed listed(Yard where, String words) {
        return where.in(() -> dossiers.list(where.ben(), words(words), null, 10));
    }

    private static Wanted words(String words) {
        return new Wanted(
                words, Set.of(), null, null, null, false, false, null, Set.of(), null, null, Wanted.Sort.NEWEST);
    }

    private static List<RequestId> ids(Listed listed) {
        return listed.page().data().stream().map(one -> one.request().id()).toList();
    }

    private static Catalogue.Draft other() {
        return new Catalogue.Draft(
                "haul_out", "Slipway", "", Offering.Pricing.FIXED, 100L, List.of(), List.of(), null, true);
    }
}
