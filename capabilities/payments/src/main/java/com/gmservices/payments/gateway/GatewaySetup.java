package com.gmservices.payments.gateway;

import java.util.List;

/** What a business has to say to a vendor's adapter before it can be paid through it. */
public interface GatewaySetup {

    /** As {@link PaymentGateway#name()}. */
    String gateway();

    /** In the order of the page where they are filled in; what they are called there is in the message bundle. */
    List<Field> fields();

    /** Asks the vendor whether it lets us in, and changes nothing there. */
    Check check(Credentials credentials);

    /**
     * @param name {@code secret_key}
     * @param secret sealed, and never shown again
     */
    record Field(String name, boolean secret, boolean required) {}

    sealed interface Check {

        /** @param as whom the vendor calls the account, for the administrator to compare */
        record Fine(String as) implements Check {}

        /** @param sentence what to do, for the administrator */
        record Wrong(String sentence) implements Check {}
    }
}
