package com.gmservices.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.requests.Boatyard.Yard;
import com.gmservices.tenancy.TenantId;
import com.gmservices.vault.BrokenSeal;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Where a boat lies is nobody's business who gets hold of the disk. */
@SpringBootTest
class SealedDetailsTests {

    private static final UUID FIRST = new UUID(0, 0);

    @Autowired
    Boatyard boatyard;

    @Autowired
    SealedDetails sealed;

    @Autowired
    ServiceRequests requests;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    Yard yard;
    ServiceRequest request;

    @BeforeEach
    void aRequest() {
        yard = boatyard.open();
        request = boatyard.request(yard);
    }

    @Test
    void standsSealedAndIsReadOpen() {
        assertThat(stored()).contains("Albatross", "$sealed").doesNotContain("C 12");
        assertThat(berth()).isEqualTo("C 12");
    }

    @Test
    void noSearchFindsIt() {
        String document = inTransaction("select document::text from requests.request_search where id = ?");

        assertThat(document).contains("'albatross'").doesNotContain("12'");
    }

    @Test
    void opensInItsOwnRequestOnly() {
        ServiceRequest other = boatyard.request(yard);
        yard.inside(() -> transactions.executeWithoutResult(transaction ->
                jdbc.sql("""
                update requests.request set details = (select details from requests.request where id = ?) where id = ?
                """).params(request.id().value(), other.id().value()).update()));

        assertThatExceptionOfType(BrokenSeal.class)
                .isThrownBy(() -> yard.in(() -> transactions.execute(status -> requests.find(other.id()))));
    }

    @Test
    void whatStoodThereOpenIsSealedWhenKeysAreRenewed() {
        yard.inside(() -> transactions.executeWithoutResult(transaction -> jdbc.sql(
                        "update requests.request set details = jsonb_set(details, '{mooring,berth_number}', '\"D 7\"') where id = ?")
                .param(request.id().value())
                .update()));
        assertThat(berth()).isEqualTo("D 7");

        assertThat(renewed()).isEqualTo(1);

        assertThat(stored()).doesNotContain("D 7");
        assertThat(berth()).isEqualTo("D 7");
        assertThat(renewed()).isZero();
    }

    private int renewed() {
        TenantId tenant = yard.tenant().id();
        return yard.in(() ->
                transactions.execute(status -> sealed.renew(tenant, FIRST, 100).renewed()));
    }

    private String stored() {
        return inTransaction("select details::text from requests.request where id = ?");
    }

    private String inTransaction(String sql) {
        return yard.in(() -> transactions.execute(status -> jdbc.sql(sql)
                .param(request.id().value())
                .query((row, index) -> row.getString(1))
                .single()));
    }

    private String berth() {
        return yard.in(() -> transactions.execute(status -> requests.find(request.id())
                .orElseThrow()
                .order()
                .details()
                .at("/mooring/berth_number")
                .asString()));
    }
}
