package com.gmservices.payments.paystack;

import com.gmservices.payments.gateway.Means;
import com.gmservices.payments.gateway.MethodHolder;
import org.springframework.stereotype.Component;

/** Paystack keeps a card together with a payment only, and can be charged with it until it is deactivated. */
@Component
class PaystackMethodHolder implements MethodHolder {

    private final PaystackCalls calls;

    PaystackMethodHolder(PaystackCalls calls) {
        this.calls = calls;
    }

    @Override
    public String gateway() {
        return PaystackCalls.GATEWAY;
    }

    @Override
    public void forget(Means means) {
        calls.find((paystack, key) -> paystack.deactivate(key, new Paystack.Authorization(means.token())));
    }
}
