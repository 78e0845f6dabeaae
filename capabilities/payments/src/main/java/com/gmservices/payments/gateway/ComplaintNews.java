package com.gmservices.payments.gateway;

/** Where it is brought that something has become of a complaint. */
public interface ComplaintNews {

    /** @throws RuntimeException when it is about a charge that we do not know, or not yet */
    void changed(String gateway, String reference);
}
