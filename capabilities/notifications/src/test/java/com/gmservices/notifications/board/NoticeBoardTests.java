package com.gmservices.notifications.board;

import static com.gmservices.notifications.Business.quote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gmservices.database.Cursor;
import com.gmservices.notifications.Business;
import com.gmservices.notifications.Notice;
import com.gmservices.notifications.NotificationsRefused;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Tenants;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
class NoticeBoardTests {

    @Autowired
    NoticeBoard board;

    @Autowired
    Tenants tenants;

    @Autowired
    Members members;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    Business garage;
    CurrentMember ada;

    @BeforeEach
    void found() {
        garage = Business.found(tenants, members, "Harbour Garage");
        ada = garage.customer("Ada", "ada@example.com");
    }

    @Test
    void toldTwiceIsOne() {
        garage.tell(board, quote(ada, "quoted-1"), quote(ada, "quoted-1"));
        garage.tell(board, quote(ada, "quoted-1"), quote(ada, "quoted-2"));

        assertThat(shown(ada)).hasSize(2);
        assertThat(rows("notifications.delivery")).isEqualTo(2);
    }

    @Test
    void toldAtOnceByManyIsOne() throws Exception {
        Notice one = quote(ada, "quoted-1");
        Notice two = quote(ada, "quoted-2");
        Callable<Boolean> forth = () -> garage.in(() -> tell(one, two));
        Callable<Boolean> back = () -> garage.in(() -> tell(two, one));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var told : threads.invokeAll(List.of(forth, back, forth, back, forth, back))) {
                told.get();
            }
        }

        assertThat(shown(ada)).hasSize(2);
    }

    @Test
    void newsOfARollbackAreNone() {
        garage.in(() -> transactions.execute(status -> {
            status.setRollbackOnly();
            return tell(quote(ada, "quoted-1"));
        }));

        assertThat(shown(ada)).isEmpty();
        assertThat(rows("notifications.delivery")).isZero();
        assertThat(rows("notifications.receipt")).isZero();
    }

    @Test
    void othersDoNotSeeThem() {
        CurrentMember bob = garage.customer("Bob", null);
        garage.tell(board, quote(ada, "quoted-1"));
        NoticeId adas = shown(ada).getFirst().id();

        assertThat(shown(bob)).isEmpty();
        assertThat(garage.in(() -> board.unread(bob))).isZero();
        assertThatThrownBy(() -> garage.in(() -> board.read(bob, adas)))
                .isInstanceOf(NotificationsRefused.NotFound.class);
        assertThat(shown(ada).getFirst().isRead()).isFalse();
    }

    @Test
    void anotherBusinessDoesNotSeeThem() {
        Business hotel = Business.found(tenants, members, "Grand Hotel");
        garage.tell(board, quote(ada, "quoted-1"));
        NoticeId adas = shown(ada).getFirst().id();

        assertThat(hotel.in(() -> board.list(ada, false, Cursor.newest(), 10)).data())
                .isEmpty();
        assertThatThrownBy(() -> hotel.in(() -> board.read(ada, adas)))
                .isInstanceOf(NotificationsRefused.NotFound.class);
        hotel.tell(board, quote(ada, "quoted-2"));
        assertThat(shown(ada)).hasSize(1);
    }

    @Test
    void readOnceIsReadAndCountedNoMore() {
        garage.tell(board, quote(ada, "quoted-1"), quote(ada, "quoted-2"));
        assertThat(garage.in(() -> board.unread(ada))).isEqualTo(2);

        Told read = garage.in(() -> board.read(ada, shown(ada).getLast().id()));
        Told again = garage.in(() -> board.read(ada, read.id()));

        assertThat(garage.in(() -> board.unread(ada))).isEqualTo(1);
        assertThat(again.readAt()).isNotNull().isEqualTo(read.readAt());
        assertThat(garage.in(() -> board.list(ada, true, Cursor.newest(), 10)).data())
                .extracting(Told::id)
                .containsExactly(shown(ada).getFirst().id());
    }

    @Test
    void whatComesInAfterTheLastLookStaysUnread() {
        garage.tell(board, quote(ada, "quoted-1"), quote(ada, "quoted-2"));
        NoticeId newest = shown(ada).getFirst().id();
        garage.tell(board, quote(ada, "quoted-3"));

        garage.in(() -> {
            board.readUpTo(ada, newest);
            return true;
        });

        assertThat(shown(ada)).extracting(Told::isRead).containsExactly(false, true, true);
    }

    @Test
    void aThousandAreToldInOneBatchAndCountedToAHundred() {
        Notice[] news = IntStream.range(0, 1000)
                .mapToObj(number -> quote(ada, "quoted-" + number))
                .toArray(Notice[]::new);
        long start = System.nanoTime();
        garage.tell(board, news);

        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
        assertThat(garage.in(() -> board.unread(ada))).isEqualTo(100);
        assertThat(allPages()).hasSize(1000).doesNotHaveDuplicates();
    }

    @Test
    void whoHasLeftOrIsUnknownIsToldNothing() {
        var admin = new CurrentMember(
                garage.id(), MemberId.next(), null, "Boss", Set.of(), Set.of("create:members", "update:members"));
        garage.in(() -> members.change(admin, ada.id(), 1, new Members.Change(null, null, null, null, false)));

        garage.tell(board, quote(ada, "quoted-1"), quote(admin, "quoted-1"));

        assertThat(rows("notifications.receipt")).isZero();
        assertThat(rows("notifications.delivery")).isZero();
    }

    @Test
    void aNoticeLeadsNowhereElse() {
        assertThatThrownBy(() -> new Notice(ada.id(), "once", "tests.quote", List.of(), "//evil.example"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private boolean tell(Notice... news) {
        board.tell(List.of(news));
        return true;
    }

    private List<Told> shown(CurrentMember member) {
        return garage.in(() -> board.list(member, false, Cursor.newest(), 10)).data();
    }

    private List<NoticeId> allPages() {
        var all = new ArrayList<NoticeId>();
        var cursor = Cursor.newest();
        while (true) {
            var from = cursor;
            var page = garage.in(() -> board.list(ada, false, from, 99));
            page.data().forEach(told -> all.add(told.id()));
            if (page.nextCursor() == null) {
                return all;
            }
            cursor = Cursor.valueOf(page.nextCursor());
        }
    }

    private int rows(String table) {
        return garage.in(() -> transactions.execute(status ->
                jdbc.sql("select count(*) from " + table).query(Integer.class).single()));
    }
}
