package com.gmservices.payments.gateway;

import java.util.Map;
import java.util.Optional;

/**
 * With what a business is known to a vendor.
 *
 * @param live whether real money is moved
 * @param values by the names of {@link GatewaySetup#fields()}; blank ones are left out
 */
public record Credentials(boolean live, Map<String, String> values) {

    public Credentials {
        values = Map.copyOf(values);
    }

    /** @throws IllegalStateException when the business has not given it */
    public String require(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("There is no " + name));
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Never the values. */
    @Override
    public String toString() {
        return (live ? "live " : "test ") + values.keySet();
    }
}
