package com.gmservices.payments.paypal;

import com.gmservices.payments.paypal.Wire.Capture;
import com.gmservices.payments.paypal.Wire.Claim;
import com.gmservices.payments.paypal.Wire.NewOrder;
import com.gmservices.payments.paypal.Wire.NewSetupToken;
import com.gmservices.payments.paypal.Wire.NewToken;
import com.gmservices.payments.paypal.Wire.Refund;
import com.gmservices.payments.paypal.Wire.Renewal;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The calls of PayPal's APIs that are needed. Of what is asked under one id again PayPal does nothing again. */
@HttpExchange(accept = MediaType.APPLICATION_JSON_VALUE)
interface Paypal {

    String ID = "PayPal-Request-Id";
    String WHOLE = "Prefer=return=representation";

    @PostExchange(url = "/v1/oauth2/token", contentType = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<byte[]> token(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String client, @RequestBody MultiValueMap<String, String> grant);

    @PostExchange(url = "/v2/checkout/orders", contentType = MediaType.APPLICATION_JSON_VALUE, headers = WHOLE)
    ResponseEntity<byte[]> create(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String token,
            @RequestHeader(ID) String id,
            @RequestBody NewOrder order);

    @GetExchange("/v2/checkout/orders/{id}")
    ResponseEntity<byte[]> order(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String token, @PathVariable("id") String order);

    @PostExchange(
            url = "/v2/checkout/orders/{id}/capture",
            contentType = MediaType.APPLICATION_JSON_VALUE,
            headers = WHOLE)
    ResponseEntity<byte[]> capture(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String token,
            @RequestHeader(ID) String id,
            @PathVariable("id") String order);

    @PostExchange(
            url = "/v2/checkout/orders/{id}/authorize",
            contentType = MediaType.APPLICATION_JSON_VALUE,
            headers = WHOLE)
    ResponseEntity<byte[]> authorize(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String token,
            @RequestHeader(ID) String id,
            @PathVariable("id") String order);

    @PostExchange(
            url = "/v2/payments/authorizations/{id}/capture",
            contentType = MediaType.APPLICATION_JSON_VALUE,
            headers = WHOLE)
    ResponseEntity<byte[]> captureReserved(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String token,
            @RequestHeader(ID) String id,
            @PathVariable("id") String authorization,
            @RequestBody Capture capture);

    @GetExchange("/v2/payments/authorizations/{id}")
    ResponseEntity<byte[]> authorization(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String token, @PathVariable("id") String authorization);

    @PostExchange(
            url = "/v2/payments/authorizations/{id}/reauthorize",
            contentType = MediaType.APPLICATION_JSON_VALUE,
            headers = WHOLE)
    ResponseEntity<byte[]> reauthorize(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String token,
            @RequestHeader(ID) String id,
            @PathVariable("id") String authorization,
            @RequestBody Renewal renewal);

    @PostExchange(url = "/v2/payments/authorizations/{id}/void", contentType = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> release(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String token, @PathVariable("id") String authorization);

    @PostExchange(
            url = "/v2/payments/captures/{id}/refund",
            contentType = MediaType.APPLICATION_JSON_VALUE,
            headers = WHOLE)
    ResponseEntity<byte[]> refund(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String token,
            @RequestHeader(ID) String id,
            @PathVariable("id") String capture,
            @RequestBody Refund refund);

    @GetExchange("/v2/payments/refunds/{id}")
    ResponseEntity<byte[]> refund(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String token, @PathVariable("id") String refund);

    @PostExchange(url = "/v3/vault/setup-tokens", contentType = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> setUp(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String token,
            @RequestHeader(ID) String id,
            @RequestBody NewSetupToken setup);

    @GetExchange("/v3/vault/setup-tokens/{id}")
    ResponseEntity<byte[]> setup(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String token, @PathVariable("id") String setup);

    @PostExchange(url = "/v3/vault/payment-tokens", contentType = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> keep(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String token,
            @RequestHeader(ID) String id,
            @RequestBody NewToken kept);

    @DeleteExchange("/v3/vault/payment-tokens/{id}")
    ResponseEntity<byte[]> forget(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String token, @PathVariable("id") String kept);

    @GetExchange("/v1/notifications/webhooks/{id}")
    ResponseEntity<byte[]> webhook(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String token, @PathVariable("id") String webhook);

    @GetExchange("/v1/reporting/transactions")
    ResponseEntity<byte[]> transactions(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String token,
            @RequestParam("start_date") String from,
            @RequestParam("end_date") String to,
            @RequestParam("fields") String fields,
            @RequestParam("page_size") int most,
            @RequestParam("page") int page);

    @GetExchange("/v1/customer/disputes/{id}")
    ResponseEntity<byte[]> dispute(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String token, @PathVariable("id") String dispute);

    @PostExchange(
            url = "/v1/customer/disputes/{id}/provide-evidence",
            contentType = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<byte[]> provideEvidence(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String token,
            @PathVariable("id") String dispute,
            @RequestBody MultiValueMap<String, HttpEntity<?>> parts);

    @PostExchange(url = "/v1/customer/disputes/{id}/accept-claim", contentType = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> acceptClaim(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String token,
            @PathVariable("id") String dispute,
            @RequestBody Claim claim);
}
