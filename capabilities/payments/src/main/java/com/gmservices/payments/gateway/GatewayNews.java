package com.gmservices.payments.gateway;

import com.gmservices.payments.gateway.NoticeReader.Concern;
import java.util.UUID;

/** Where a gateway's word is brought that something has happened. The word is not believed: it is looked up. */
public interface GatewayNews {

    /** Something has become of a charge. */
    void changed(UUID key);

    /** @throws RuntimeException when it is about something that we do not know, or not yet: told again later */
    void told(String gateway, Concern about);
}
