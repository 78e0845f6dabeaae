package com.gmservices.payments.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.payments.Bills;
import com.gmservices.payments.Checkout;
import com.gmservices.payments.Payment;
import com.gmservices.payments.PaymentStatus;
import com.gmservices.payments.Till;
import com.gmservices.payments.UnreliableGateway;
import com.gmservices.payments.UnreliableGateway.Fault;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Till.class)
class InboxTests {

    static final HttpClient CLIENT = HttpClient.newHttpClient();
    static final long DUE = 4_500_000;

    @LocalServerPort
    int port;

    @Autowired
    Inbox inbox;

    @Autowired
    Checkout checkout;

    @Autowired
    UnreliableGateway vendor;

    @Autowired
    Bills bills;

    @Autowired
    Tenants tenants;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    TenantId harbour = TenantId.next();
    CurrentMember ada = Till.customer(harbour, "Ada");
    UUID bill = UUID.randomUUID();

    @BeforeEach
    void aBill() {
        vendor.heal();
        harbour = Till.business(tenants);
        ada = Till.customer(harbour, "Ada");
        bill = in(() -> bills.bill(harbour, ada.id(), DUE));
    }

    @Test
    void whatTheGatewayTellsIsLookedUp() throws Exception {
        Payment payment = silentlyPaid();

        assertThat(send("n1 charge " + attempt())).isEqualTo(200);
        assertThat(now(payment).status()).isEqualTo(PaymentStatus.UNKNOWN);
        workAll();

        assertThat(now(payment).status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(count("worked_at is not null")).isEqualTo(1);
    }

    @Test
    void theSameNoticeTwentyTimesAtOnceIsKeptOnce() throws Exception {
        silentlyPaid();
        String notice = "n1 charge " + attempt();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> twenty = IntStream.range(0, 20)
                    .<Callable<Integer>>mapToObj(i -> () -> send(notice))
                    .toList();
            for (var answer : threads.invokeAll(twenty)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        assertThat(count("true")).isEqualTo(1);
        assertThat(jobs()).hasSize(1);

        workAll();

        assertThat(in(() -> bills.stillDue(bill))).isZero();
    }

    @Test
    void oneByteMoreIsRefusedAndWrittenDown() throws Exception {
        silentlyPaid();
        String notice = "n1 charge " + attempt();

        assertThat(send(notice + " ", signature(notice))).isEqualTo(400);

        assertThat(count("refused is not null")).isEqualTo(1);
        assertThat(jobs()).isEmpty();
        assertThat(trail()).containsExactly("gateway-notice.refused");
    }

    @Test
    void forgersDoNotFillTheTrail() throws Exception {
        for (int i = 0; i < 60; i++) {
            send("n" + i + " charge x", "0");
        }

        assertThat(trail()).hasSize(50);
    }

    @Test
    void aNoticeOfWhatIsNotKnownYetIsTriedAgain() throws Exception {
        UUID later = UUID.randomUUID();
        send("n1 charge " + later);

        assertThatExceptionOfType(RuntimeException.class).isThrownBy(this::workAll);
        assertThat(count("worked_at is null")).isEqualTo(1);
    }

    @Test
    void nobodyHasAGatewayOfThatName() throws Exception {
        assertThat(post("/api/v1/webhooks/in/piggybank/" + slug(), "x", "0")).isEqualTo(404);
        assertThat(post("/api/v1/webhooks/in/unreliable/nobody", "x", "0")).isEqualTo(404);
    }

    private Payment silentlyPaid() {
        vendor.onCharge = Fault.AFTER;
        Payment payment =
                in(() -> checkout.pay(ada, Till.wish(bill, UnreliableGateway.NAME, UnreliableGateway.CARD), "k"));
        vendor.heal();
        return payment;
    }

    private Payment now(Payment payment) {
        return in(() -> checkout.find(ada, payment.id()));
    }

    private String attempt() {
        return query("select id::text from payments.attempt where tenant_id = ?")
                .getFirst();
    }

    private void workAll() {
        jobs().forEach(inbox::work);
    }

    private List<String> jobs() {
        return jdbc.sql("select task_instance from jobs.scheduled_tasks where task_name = ? and task_instance like ?")
                .params(Inbox.WORK.getTaskName(), harbour + "/%")
                .query((row, index) -> row.getString(1))
                .list();
    }

    private int count(String which) {
        return query("select id::text from payments.gateway_notice where tenant_id = ? and " + which)
                .size();
    }

    private List<String> trail() {
        return query("select action from audit.entry where tenant_id = ? and action like 'gateway%'");
    }

    private List<String> query(String sql) {
        return in(() -> transactions.execute(status -> jdbc.sql(sql)
                .param(harbour.value())
                .query((row, index) -> row.getString(1))
                .list()));
    }

    private int send(String notice) throws IOException, InterruptedException {
        return send(notice, signature(notice));
    }

    private int send(String notice, String signature) throws IOException, InterruptedException {
        return post("/api/v1/webhooks/in/unreliable/" + slug(), notice, signature);
    }

    private int post(String path, String body, String signature) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("X-Signature", signature)
                .POST(BodyPublishers.ofString(body))
                .build();
        return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static String signature(String notice) {
        return String.valueOf(Arrays.hashCode(notice.getBytes(StandardCharsets.UTF_8)));
    }

    private String slug() {
        return tenants.find(harbour).map(Tenant::slug).orElseThrow();
    }

    private <T> T in(Supplier<T> work) {
        return CurrentTenant.call(harbour, work::get);
    }
}
