package com.gmservices.payments.inbox;

import com.gmservices.tenancy.Allow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Notices of gateways")
@RestController
class InboxApi {

    private static final int LONGEST = 1 << 20;

    private final Inbox inbox;

    InboxApi(Inbox inbox) {
        this.inbox = inbox;
    }

    record Kept(boolean received) {}

    /** 200 and nothing else, for Paystack takes no other answer. */
    @Operation(
            summary = "What a gateway has to tell a business",
            description =
                    "Signed by the gateway, over the bytes that come. Kept and answered at once, worked later, once"
                            + " however often it comes. What is forged, altered or too old is 400.")
    @PostMapping("/api/v1/webhooks/in/{gateway}/{slug}")
    @Allow(Allow.EVERYONE)
    Kept receive(@PathVariable String gateway, @PathVariable String slug, HttpServletRequest request)
            throws IOException {
        inbox.receive(gateway, slug, headers(request), request.getInputStream().readNBytes(LONGEST));
        return new Kept(true);
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .collect(Collectors.toMap(
                        name -> name.toLowerCase(Locale.ROOT), request::getHeader, (first, again) -> first));
    }
}
