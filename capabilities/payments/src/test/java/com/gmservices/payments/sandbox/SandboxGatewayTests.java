package com.gmservices.payments.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Charge;
import com.gmservices.payments.gateway.PaymentGateway;
import com.gmservices.payments.gateway.PaymentGatewayContract;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
class SandboxGatewayTests extends PaymentGatewayContract {

    @Autowired
    SandboxGateway sandbox;

    @Autowired
    SandboxVendor vendor;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void doesNotRollBackWithUs() {
        UUID key = UUID.randomUUID();

        CurrentTenant.run(
                harbour,
                () -> transactions.executeWithoutResult(status -> {
                    sandbox.charge(charge(key));
                    status.setRollbackOnly();
                }));

        assertThat(taken(key)).isEqualTo(Money.of(1, "NGN"));
    }

    @Test
    void oneBusinessSeesNothingOfAnothers() {
        UUID key = UUID.randomUUID();
        CurrentTenant.run(TenantId.next(), () -> sandbox.charge(charge(key)));

        assertThat(CurrentTenant.call(harbour, () -> sandbox.lookUp(charge(key))))
                .isEmpty();
    }

    @Override
    protected PaymentGateway gateway() {
        return sandbox;
    }

    @Override
    protected Methods methods() {
        return new Methods(SandboxGateway.OK, SandboxGateway.DECLINED, SandboxGateway.ACTION, SandboxGateway.SILENT);
    }

    @Override
    protected void customerApproves(UUID charge) {
        CurrentTenant.run(harbour, () -> vendor.approve(charge));
    }

    @Override
    protected void customerRefuses(UUID charge) {
        CurrentTenant.run(harbour, () -> vendor.decline(charge));
    }

    @Override
    protected Money taken(UUID charge) {
        return CurrentTenant.call(harbour, () -> vendor.find(charge))
                .filter(it -> it.status() == SandboxCharge.Status.CAPTURED)
                .map(SandboxCharge::captured)
                .orElseThrow();
    }

    private static Charge charge(UUID key) {
        return new Charge(
                key,
                null,
                Money.of(1, "NGN"),
                SandboxGateway.OK,
                null,
                false,
                false,
                new Charge.Payer(UUID.randomUUID(), "Ada Obi", null),
                "",
                URI.create("https://services.example.com/t/harbour"));
    }
}
