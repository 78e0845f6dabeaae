package com.gmservices.technology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.requests.RequestId;
import com.gmservices.requests.ServiceType;
import com.gmservices.requests.line.Counter;
import com.gmservices.tenancy.MemberId;
import java.sql.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the firm writes down of projects, engagements, purchases and tickets, and for whose eyes. */
@SpringBootTest
class BooksTests {

    private static final MemberId ADA = MemberId.next();

    @Autowired
    Firm firm;

    @Autowired
    JdbcClient jdbc;

    Counter counter;

    @BeforeEach
    void openFirm() {
        counter = firm.open("NGN");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            PROJECT,        create,            enquiry
            PROJECT,        quote,             proposed
            PROJECT,        quote expire,      enquiry
            PROJECT,        accept schedule,   contracted
            PROJECT,        accept start,      in_development
            PROJECT,        accept start hold, paused
            PROJECT,        accept start hold resume assign, in_development
            PROJECT,        accept start complete review, delivered
            PROJECT,        decline,           declined
            PROJECT,        cancel,            cancelled
            ENGAGEMENT,     create,            enquiry
            ENGAGEMENT,     quote,             proposed
            ENGAGEMENT,     accept schedule,   agreed
            ENGAGEMENT,     accept start,      advising
            ENGAGEMENT,     accept start hold, paused
            ENGAGEMENT,     accept start complete review, concluded
            ENGAGEMENT,     decline,           declined
            ENGAGEMENT,     cancel,            cancelled
            PURCHASE_ORDER, create,            requisition
            PURCHASE_ORDER, quote,             quoted
            PURCHASE_ORDER, accept assign,     approved
            PURCHASE_ORDER, accept start,      ordered
            PURCHASE_ORDER, accept start hold, backordered
            PURCHASE_ORDER, accept start hold resume complete, delivered
            PURCHASE_ORDER, decline,           declined
            PURCHASE_ORDER, cancel,            cancelled
            TICKET,         create,            new
            TICKET,         quote,             awaiting_approval
            TICKET,         accept assign,     accepted
            TICKET,         accept start,      in_progress
            TICKET,         accept start hold, on_hold
            TICKET,         accept start complete, resolved
            TICKET,         accept start complete review, closed
            TICKET,         decline,           declined
            TICKET,         cancel,            cancelled
            """)
    void aBookFollowsTheDesk(Book book, String moves, String stage) {
        RequestId request = takeIn(book);
        move(book, request, moves.split(" "));

        assertThat(row(book.table(), request)).containsEntry("stage", stage);
    }

    @ParameterizedTest
    @EnumSource(Book.class)
    void theSameMoveTwiceIsOne(Book book) {
        RequestId request = takeIn(book);
        move(book, request, "create", "create", "accept", "accept");

        assertThat(visible(counter, book.table())).isEqualTo(1);
        assertThat(visible(counter, "technology.backlog_item")).isEqualTo(book == Book.PROJECT ? 4 : 0);
        assertThat(visible(counter, "technology.purchase_order_line")).isEqualTo(book == Book.PURCHASE_ORDER ? 2 : 0);
    }

    @Test
    void aProjectBeginsWithItsBacklog() {
        RequestId request = takeIn(Book.PROJECT);

        assertThat(row("technology.project", request))
                .containsEntry("kind", "replacement")
                .containsEntry("budget_from", 300_000_000L)
                .containsEntry("budget_up_to", 500_000_000L)
                .containsEntry("currency", "NGN");
        assertThat(list("select feature from technology.backlog_item where project_id = ? order by position", request))
                .startsWith("Drivers see their deliveries of the day", "Recipients sign on the phone")
                .hasSize(4);
        assertThat(list("select unnest(platforms) from technology.project where id = ?", request))
                .containsExactly("android", "web");
    }

    @Test
    void anEngagementKnowsItsTopic() {
        assertThat(row("technology.engagement", takeIn(Book.ENGAGEMENT)))
                .containsEntry("topic", "cloud")
                .containsEntry("meeting", "video")
                .containsEntry("people", 3)
                .containsEntry("answer_by", Date.valueOf("2026-12-23"))
                .containsEntry("confidential", false);
    }

    @Test
    void anOrderHasALineForEachItem() {
        RequestId request = takeIn(Book.PURCHASE_ORDER);

        assertThat(row("technology.purchase_order", request))
                .containsEntry("deliver_to", "27 Adeola Odeku Street, Lagos")
                .containsEntry("budget_up_to", 950_000_000L)
                .containsEntry("budget_from", null);
        assertThat(list("""
                select position || ': ' || quantity || ' ' || item || ', ' || specification
                from technology.purchase_order_line where purchase_order_id = ? order by position
                """, request))
                .containsExactly(
                        "1: 6 Laptop, 14 inch, 16 GB memory, 512 GB SSD, for accounting",
                        "2: 2 UPS, 1500 VA, line interactive");
    }

    @Test
    void aTicketKnowsItsPriorityAndItsWindowByTheSitesClock() {
        RequestId request = takeIn(Book.TICKET);

        assertThat(row("technology.ticket", request))
                .containsEntry("system", "Accounting server")
                .containsEntry("impact", "medium")
                .containsEntry("priority", 3)
                .containsEntry("affected_users", 9);
        assertThat(list("""
                select to_char(window_start at time zone 'Africa/Lagos', 'YYYY-MM-DD HH24:MI') || ' to '
                    || to_char(window_end at time zone 'Africa/Lagos', 'YYYY-MM-DD HH24:MI')
                from technology.ticket where id = ?
                """, request)).containsExactly("2026-11-28 22:00 to 2026-11-29 02:00");
    }

    @Test
    void strangersSeeNothing() {
        for (Book book : Book.values()) {
            takeIn(book);
        }
        Counter stranger = firm.open("USD");

        for (String table :
                List.of("project", "backlog_item", "engagement", "purchase_order", "purchase_order_line", "ticket")) {
            assertThat(visible(counter, "technology." + table)).as(table).isPositive();
            assertThat(visible(stranger, "technology." + table)).as(table).isZero();
        }
    }

    @Test
    void nobodyWritesIntoAnothersBooks() {
        Counter stranger = firm.open("USD");

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> stranger.inside(
                        () -> jdbc.sql("""
                                insert into technology.engagement
                                    (tenant_id, id, customer_id, topic, meeting, confidential, stage, opened_at,
                                     stage_since)
                                values (?, gen_random_uuid(), gen_random_uuid(), 'data', 'video', false, 'enquiry',
                                        now(), now())
                                """).param(counter.tenant.value()).update()))
                .withStackTraceContaining("row-level security");
    }

    private RequestId takeIn(Book book) {
        return counter.takeIn(ADA, type(book), type(book).example().apply(Counter.TODAY));
    }

    private void move(Book book, RequestId request, String... moves) {
        counter.move(ADA, request, type(book), type(book).example().apply(Counter.TODAY), moves);
    }

    private static ServiceType type(Book book) {
        return switch (book) {
            case PROJECT -> TechnologyLine.SOFTWARE_DEVELOPMENT;
            case ENGAGEMENT -> TechnologyLine.IT_CONSULTING;
            case PURCHASE_ORDER -> TechnologyLine.HARDWARE_PROCUREMENT;
            case TICKET -> TechnologyLine.SYSTEM_MAINTENANCE;
        };
    }

    /** Without naming the tenant, so that only the database's own wall is left. */
    private int visible(Counter whose, String table) {
        return whose.inside(() -> jdbc.sql("select count(*) from " + table)
                .query((row, index) -> row.getInt(1))
                .single());
    }

    private Map<String, @Nullable Object> row(String table, RequestId request) {
        return counter.inside(() -> jdbc.sql("select * from %s where id = ?".formatted(table.toLowerCase(Locale.ROOT)))
                .param(request.value())
                .query()
                .singleRow());
    }

    private List<String> list(String sql, RequestId request) {
        return counter.inside(() -> jdbc.sql(sql)
                .param(request.value())
                .query((row, index) -> row.getString(1))
                .list());
    }
}
