package com.gmservices.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.database.Deployment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class GatewaysTests {

    @Test
    void productionHasNothingForTrying() {
        new ApplicationContextRunner()
                .withBean(Deployment.class)
                .withPropertyValues("gm.env=production")
                .run(context -> {
                    var gateways = new Gateways(List.of(new UnreliableGateway()), context.getBean(Deployment.class));

                    assertThat(gateways.choices()).isEmpty();
                    assertThatExceptionOfType(PaymentRefused.UnsupportedGateway.class)
                            .isThrownBy(() -> gateways.named(UnreliableGateway.NAME));
                });
    }
}
