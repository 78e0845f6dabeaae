package com.gmservices.logistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.requests.RequestId;
import com.gmservices.requests.ServiceLine.Work;
import com.gmservices.requests.ServiceType;
import com.gmservices.requests.line.Counter;
import com.gmservices.tenancy.Address;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.OpeningHours;
import com.gmservices.tenancy.Site;
import com.gmservices.tenancy.SiteId;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a carrier writes down of consignments, orders, counts and plans, and for whose eyes. */
@SpringBootTest
class BooksTests {

    private static final MemberId ADA = MemberId.next();
    private static final Map<String, Integer> LINES = Map.of(
            "consignment", 1,
            "parcel", 2,
            "inbound_order", 1,
            "inbound_line", 2,
            "stock_count", 1,
            "count_line", 2,
            "route_plan", 1,
            "route_vehicle", 2,
            "route_stop", 3);

    @Autowired
    LogisticsLine line;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    Counter counter;

    @BeforeEach
    void openCounter() {
        counter = new Counter(line, transactions);
    }

    @Test
    void aConsignmentIsWrittenWithItsParcelsAsTheyAreBilled() {
        takeIn(LogisticsLine.PACKAGE_DELIVERY);

        assertThat(row("""
                select concat_ws('|', consignor_phone, consignee_phone, consignee_town, pick_up_from, deliver_from,
                                 deliver_until, billable_kg, currency)
                from logistics.consignment
                """)).containsExactly("+2348035550142|+2348055550199|Abuja|09:00:00|17:00:00|14.0|NGN");
        assertThat(row("""
                select concat_ws('|', position, contents, weight_kg, length_cm, billable_kg, fragile, declared_value)
                from logistics.parcel order by position
                """))
                .containsExactly("1|Books|11.200|40.0|11.5|f|8500000", "2|Glass lamp|2.400|30.0|2.5|t|12000000");
    }

    @Test
    void aNumberWithoutItsCountryIsKeptWithTheSites() {
        var example = Examples.packageDelivery(Counter.TODAY);
        var delivery = new PackageDelivery(
                new Party("Ada", "0803 555 0142", "12 Marina", "Lagos", null, null),
                example.recipient(),
                example.parcels(),
                List.of(),
                example.pickUp(),
                null);
        var site = new Site(
                counter.tenant,
                SiteId.next(),
                "Marina",
                new Address("", "", "", "", "", "NG"),
                ZoneId.of("Africa/Lagos"),
                OpeningHours.OFFICE,
                1);

        counter.inside(() -> {
            line.process(new Work(
                    RequestId.next(), LogisticsLine.PACKAGE_DELIVERY, delivery, ADA, site, Counter.NAIRA, "create"));
            return delivery;
        });

        assertThat(row("select consignor_phone from logistics.consignment")).containsExactly("+2348035550142");
    }

    @Test
    void anOrderIsWrittenWithItsLines() {
        takeIn(LogisticsLine.SUPPLY_CHAIN);

        assertThat(row("""
                select concat_ws('|', movement, supplier_phone, destination_name, ready_on, needed_by, temperature,
                                 incoterm)
                from logistics.inbound_order
                """)).containsExactly("inbound|+2348025550117|Ikeja store|2026-11-27|2026-12-02|ambient|fca");
        assertThat(row("""
                select concat_ws('|', position, item, sku, quantity, unit) from logistics.inbound_line order by position
                """)).containsExactly("1|Rice, 50 kg|RICE-50|120.000|bags", "2|Groundnut oil|1.500|tonnes");
    }

    @Test
    void aCountIsWrittenWithWhatTheBooksExpect() {
        takeIn(LogisticsLine.INVENTORY_TRACKING);

        assertThat(row("""
                select concat_ws('|', kind, store_name, store_area, different_items, count_on, count_from,
                                 open_meanwhile, discrepancies)
                from logistics.stock_count
                """)).containsExactly("cycle|Ikeja store|Aisles 4 to 6|40|2026-11-25|07:00:00|t|recount");
        assertThat(row("select concat_ws('|', position, sku, expected) from logistics.count_line order by position"))
                .containsExactly("1|RICE-50|96.000", "2|OIL-5|240.000");
    }

    @Test
    void aPlanIsWrittenWithItsVehiclesAndStops() {
        takeIn(LogisticsLine.ROUTE_OPTIMIZATION);

        assertThat(row("""
                select concat_ws('|', depot_town, drive_on, day_starts, day_ends, loads_in) from logistics.route_plan
                """)).containsExactly("Ikeja|2026-11-24|08:00:00|17:00:00|kilograms");
        assertThat(
                        row(
                                "select concat_ws('|', position, name, capacity) from logistics.route_vehicle order by position"))
                .containsExactly("1|Van 1|800.000", "2|Motorcycle|60.000");
        assertThat(row("""
                select concat_ws('|', position, town, load, arrive_from, arrive_until, service_minutes)
                from logistics.route_stop order by position
                """))
                .containsExactly(
                        "1|Ikeja|120.000|09:00:00|11:00:00|15",
                        "2|Victoria Island|35.000|15:00:00|10",
                        "3|Yaba|410.000|30");
    }

    @ParameterizedTest
    @CsvSource({
        "package_delivery, consignment, requested, offered, booked, in_transit, held, delivered",
        "supply_chain, inbound_order, announced, offered, expected, in_transit, held, received",
        "inventory_tracking, stock_count, requested, offered, planned, counting, interrupted, reconciled",
        "route_optimization, route_plan, requested, offered, ordered, planning, waiting, published"
    })
    void eachBookFollowsTheDeskInItsOwnWords(
            String code,
            String table,
            String asked,
            String offered,
            String agreed,
            String underway,
            String held,
            String done) {
        ServiceType type = type(code);
        RequestId request = takeIn(type);
        assertThat(stage(table)).isEqualTo(asked);

        move(request, type, "quote");
        assertThat(stage(table)).isEqualTo(offered);
        move(request, type, "expire");
        assertThat(stage(table)).isEqualTo(asked);
        move(request, type, "quote", "accept", "assign", "schedule");
        assertThat(stage(table)).isEqualTo(agreed);
        move(request, type, "start");
        assertThat(stage(table)).isEqualTo(underway);
        move(request, type, "hold");
        assertThat(stage(table)).isEqualTo(held);
        move(request, type, "resume", "complete", "review");
        assertThat(stage(table)).isEqualTo(done);
    }

    @ParameterizedTest
    @CsvSource({"decline, declined", "cancel, cancelled"})
    void whatIsNotDoneSaysWhy(String move, String stage) {
        DetailsTests.types().forEach(type -> move(takeIn(type), type, move));

        for (String table : List.of("consignment", "inbound_order", "stock_count", "route_plan")) {
            assertThat(stage(table)).isEqualTo(stage);
        }
    }

    @Test
    void theSameMoveTwiceIsOne() {
        DetailsTests.types().forEach(type -> move(takeIn(type), type, "create", "create", "accept", "accept"));

        LINES.forEach((table, rows) ->
                assertThat(counter.inside(() -> visible(table))).as(table).isEqualTo(rows));
        assertThat(stage("consignment")).isEqualTo("booked");
    }

    @Test
    void strangersSeeNothing() {
        DetailsTests.types().forEach(this::takeIn);
        Counter stranger = new Counter(line, transactions);

        for (String table : LINES.keySet()) {
            assertThat(counter.inside(() -> visible(table))).as(table).isPositive();
            assertThat(stranger.inside(() -> visible(table))).as(table).isZero();
        }
    }

    @Test
    void nobodyWritesIntoAnothersBooks() {
        RequestId count = takeIn(LogisticsLine.INVENTORY_TRACKING);
        Counter stranger = new Counter(line, transactions);

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> stranger.inside(() -> jdbc.sql("""
                                insert into logistics.count_line (tenant_id, id, stock_count_id, position, sku)
                                values (?, gen_random_uuid(), ?, 9, 'A')
                                """)
                        .params(counter.tenant.value(), count.value())
                        .update()))
                .withStackTraceContaining("row-level security");
    }

    private RequestId takeIn(ServiceType type) {
        return counter.takeIn(ADA, type, type.example().apply(Counter.TODAY));
    }

    private void move(RequestId request, ServiceType type, String... moves) {
        counter.move(ADA, request, type, type.example().apply(Counter.TODAY), moves);
    }

    private static ServiceType type(String code) {
        return DetailsTests.types()
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** Without naming the tenant, so that only the database's own wall is left. */
    private int visible(String table) {
        return jdbc.sql("select count(*) from logistics." + table)
                .query((row, index) -> row.getInt(1))
                .single();
    }

    private List<String> row(String sql) {
        return counter.inside(
                () -> jdbc.sql(sql).query((row, index) -> row.getString(1)).list());
    }

    private String stage(String table) {
        return row("select stage from logistics." + table).getFirst();
    }
}
