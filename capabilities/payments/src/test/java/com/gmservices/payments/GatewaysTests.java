package com.gmservices.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.database.Deployment;
import com.gmservices.payments.account.GatewayAccounts;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@SpringBootTest
class GatewaysTests {

    private static final Currency NAIRA = Currency.getInstance("NGN");

    @Autowired
    GatewayAccounts accounts;

    @Test
    void productionHasNothingForTrying() {
        new ApplicationContextRunner()
                .withBean(Deployment.class)
                .withPropertyValues("gm.env=production")
                .run(context -> CurrentTenant.run(TenantId.next(), () -> {
                    var gateways =
                            new Gateways(List.of(new UnreliableGateway()), accounts, context.getBean(Deployment.class));

                    assertThat(gateways.choices(NAIRA)).isEmpty();
                    assertThatExceptionOfType(PaymentRefused.UnsupportedGateway.class)
                            .isThrownBy(() -> gateways.named(UnreliableGateway.NAME));
                }));
    }
}
