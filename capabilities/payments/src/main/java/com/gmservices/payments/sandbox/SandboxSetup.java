package com.gmservices.payments.sandbox;

import com.gmservices.payments.gateway.Credentials;
import com.gmservices.payments.gateway.GatewaySetup;
import com.gmservices.tenancy.Tenants;
import java.util.List;
import org.springframework.stereotype.Component;

/** It knows everybody. */
@Component
class SandboxSetup implements GatewaySetup {

    private final Tenants tenants;

    SandboxSetup(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public String gateway() {
        return SandboxGateway.NAME;
    }

    @Override
    public List<Field> fields() {
        return List.of();
    }

    @Override
    public Check check(Credentials credentials) {
        return new Check.Fine(tenants.current().name());
    }
}
