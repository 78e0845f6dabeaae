package com.gmservices.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.gmservices.tenancy.TenantId;
import com.gmservices.webhooks.Outstanding.Parcel;
import com.gmservices.webhooks.Outstanding.Settled;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class SettlingTests {

    @Test
    void whatCannotBeWrittenWhileTheDatabaseIsAwayIsWrittenLater() throws InterruptedException {
        var tries = new CountDownLatch(2);
        var transactions = new TransactionTemplate() {
            @Override
            public void executeWithoutResult(Consumer<TransactionStatus> work) {
                tries.countDown();
                if (tries.getCount() > 0) {
                    throw new CannotCreateTransactionException("Connection refused");
                }
            }
        };
        var settling = new Settling(
                new Outstanding(JdbcClient.create(new DriverManagerDataSource()), transactions), mock(Endpoints.class));
        settling.start();

        settling.add(settled());

        assertThat(tries.await(1, TimeUnit.MINUTES)).isTrue();
        settling.finish();
    }

    private static Settled settled() {
        var message = new Message(TenantId.next(), UUID.randomUUID(), "tests", UUID.randomUUID(), Instant.EPOCH, "{}");
        var parcel = new Parcel(
                message,
                new EndpointId(UUID.randomUUID()),
                1,
                URI.create("https://receiver.example"),
                Endpoint.Format.STANDARD,
                new byte[0],
                null,
                null);
        return new Settled(parcel, Instant.EPOCH, 1, new Outcome(200, null, null, null), null);
    }
}
