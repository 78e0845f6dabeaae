package com.gmservices.payments;

import com.gmservices.payments.gateway.Credentials;
import com.gmservices.payments.gateway.NoticeReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/** Signs with the sum of a notice's bytes: {@code id charge key}, or {@code id refund key}. */
class UnreliableNotices implements NoticeReader {

    @Override
    public String gateway() {
        return UnreliableGateway.NAME;
    }

    @Override
    public boolean needsAccount() {
        return false;
    }

    @Override
    public Notice read(Credentials credentials, Map<String, String> headers, byte[] body, Instant now) throws Forged {
        if (!String.valueOf(Arrays.hashCode(body)).equals(headers.get("x-signature"))) {
            throw new Forged("the signature does not fit");
        }
        String[] words = new String(body, StandardCharsets.UTF_8).split(" ", -1);
        UUID key = UUID.fromString(words[2]);
        return new Notice(
                words[0],
                words[1],
                words[1].equals("charge") ? new Concern.OfCharge(key, null) : new Concern.OfRefund(key, null, null));
    }
}
