package com.gmservices.payments.gateway;

import java.util.UUID;

/** Where a gateway's word is brought that something has become of a charge. The word is not believed: it is looked up. */
public interface GatewayNews {

    void changed(UUID key);
}
