package com.gmservices.payments.paystack;

import com.gmservices.outbound.Outbound;
import com.gmservices.payments.gateway.Complaints.File;
import com.gmservices.payments.vendor.Elsewhere;
import com.gmservices.payments.vendor.VendorSilent;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Brings files to the store that Paystack names. */
class PaystackUploads {

    private final PaystackCalls calls;
    private final Elsewhere elsewhere;

    PaystackUploads(PaystackCalls calls, Elsewhere elsewhere) {
        this.calls = calls;
        this.elsewhere = elsewhere;
    }

    /** @return what Paystack calls the file */
    String upload(String dispute, File file) {
        JsonNode place = calls.require((paystack, key) -> paystack.uploadAddress(key, dispute, file.name()))
                .path("data");
        URI address = URI.create(place.path("signedUrl").asString());
        var call = new Outbound.Call("PUT", address, Map.of("Content-Type", file.contentType()), file.content());
        int status = send(call);
        if (status >= 300) {
            throw new VendorSilent("Paystack", "A file was refused with " + status);
        }
        return place.path("fileName").asString();
    }

    private int send(Outbound.Call call) {
        try {
            return elsewhere.send(call).status();
        } catch (IOException e) {
            throw new VendorSilent(
                    "Paystack", "A file did not arrive: " + e.getClass().getSimpleName());
        }
    }
}
