package com.gmservices.webhooks;

import static org.awaitility.Awaitility.await;

import com.gmservices.database.Cursor;
import com.gmservices.shell.Bell;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Tenants;
import com.gmservices.webhooks.Deliveries.Attempt;
import com.gmservices.webhooks.Deliveries.Delivery;
import com.gmservices.webhooks.Endpoints.Made;
import com.gmservices.webhooks.Pier.Tools;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** A business with a receiver of its own, over real HTTP: the first part of each path says how it behaves. */
@SpringBootTest
abstract class AtThePier {

    static final Receiver RECEIVER = Receiver.HERE;

    @Autowired
    Endpoints endpoints;

    @Autowired
    Resending resending;

    @Autowired
    private Bell bell;

    @Autowired
    Tenants tenants;

    @Autowired
    private Members members;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private ApplicationEventPublisher events;

    private final String path = "/" + UUID.randomUUID();
    Pier pier;

    @DynamicPropertySource
    static void allow(DynamicPropertyRegistry properties) {
        properties.add("gm.outbound.allow", () -> RECEIVER.authority() + ",localhost:9");
    }

    @BeforeEach
    void open() {
        pier = another();
    }

    Pier another() {
        return Pier.open(new Tools(tenants, members, endpoints, transactions, events));
    }

    /** On the administrator's pages. */
    int notices() {
        return pier.in(() -> bell.unread(pier.admin()));
    }

    Endpoint stored(Made made) {
        return pier.in(() -> endpoints.find(pier.admin(), made.endpoint().id()));
    }

    Delivery settled(Made made) {
        await().until(() -> !list(made).isEmpty() && list(made).getFirst().attempts() > 0);
        return list(made).getFirst();
    }

    List<Delivery> list(Made made) {
        return pier.in(() -> resending
                .list(pier.admin(), made.endpoint().id(), null, Cursor.newest(), 100)
                .data());
    }

    List<Attempt> attempts(Made made, Delivery delivery) {
        return pier.in(() -> resending.attempts(
                pier.admin(), made.endpoint().id(), delivery.message().id()));
    }

    Receiver.Call call(String kind) {
        await().until(() -> !RECEIVER.calls(path(kind)).isEmpty());
        return RECEIVER.calls(path(kind)).getFirst();
    }

    String path(String kind) {
        return "/" + kind + path;
    }

    String url(String kind) {
        return RECEIVER.url(path(kind));
    }
}
