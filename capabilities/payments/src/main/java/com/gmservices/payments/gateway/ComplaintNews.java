package com.gmservices.payments.gateway;

/** Where it is brought that something has become of a complaint. */
public interface ComplaintNews {

    /** Also of a charge that we do not know yet: it is kept until it can be written. */
    void changed(String gateway, String reference);
}
