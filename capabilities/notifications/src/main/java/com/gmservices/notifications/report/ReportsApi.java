package com.gmservices.notifications.report;

import com.gmservices.notifications.NotificationsRefused;
import com.gmservices.tenancy.Allow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where carriers report: verified over the bytes that came, kept, and answered before anything is done about it. */
@RestController
@RequestMapping("/api/v1/webhooks/in")
@Allow(Allow.EVERYONE)
@Tag(name = "Reports of carriers")
class ReportsApi {

    private final Reports reports;
    private final SendGridReports sendGrid;
    private final SesReports ses;
    private final TwilioReports twilio;

    ReportsApi(Reports reports, SendGridReports sendGrid, SesReports ses, TwilioReports twilio) {
        this.reports = reports;
        this.sendGrid = sendGrid;
        this.ses = ses;
        this.twilio = twilio;
    }

    @Operation(summary = "SendGrid's event webhook", description = "Signed events only.")
    @PostMapping("/sendgrid")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sendGrid(
            @RequestHeader(name = "X-Twilio-Email-Event-Webhook-Signature", required = false) @Nullable
                    String signature,
            @RequestHeader(name = "X-Twilio-Email-Event-Webhook-Timestamp", required = false) @Nullable
                    String timestamp,
            HttpServletRequest request)
            throws IOException {
        byte[] body = body(request);
        sendGrid.verify(signature, timestamp, body);
        reports.keep(Source.SENDGRID, body);
    }

    @Operation(
            summary = "Amazon SES through SNS",
            description = "Confirms the subscription of the one topic that is named in the settings.")
    @PostMapping("/ses")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ses(HttpServletRequest request) throws IOException {
        ses.verify(new String(body(request), StandardCharsets.UTF_8))
                .ifPresent(message -> reports.keep(Source.SES, message.getBytes(StandardCharsets.UTF_8)));
    }

    @Operation(summary = "Twilio's status callback")
    @PostMapping("/twilio")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void twilio(
            @RequestHeader(name = "X-Twilio-Signature", required = false) @Nullable String signature,
            HttpServletRequest request)
            throws IOException {
        byte[] body = body(request);
        twilio.verify(signature, request.getQueryString(), body);
        String kept = request.getQueryString() + "\n" + new String(body, StandardCharsets.UTF_8);
        reports.keep(Source.TWILIO, kept.getBytes(StandardCharsets.UTF_8));
    }

    /** As it came: a form that is read as one, or JSON that is parsed, is not what was signed. */
    private static byte[] body(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(1 << 20);
        if (body.length == 0) {
            throw new NotificationsRefused.NotProven();
        }
        return body;
    }
}
