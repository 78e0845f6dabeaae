package com.gmservices.payments.paystack;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** The calls of Paystack's API that are needed. Amounts are in subunits, as {@link Subunits} has them. */
@HttpExchange(accept = MediaType.APPLICATION_JSON_VALUE)
interface Paystack {

    @JsonNaming(SnakeCaseStrategy.class)
    record Field(String displayName, String variableName, String value) {}

    /** @param cancelAction where the payer goes who turns back from Paystack's page */
    @JsonNaming(SnakeCaseStrategy.class)
    record Metadata(URI cancelAction, List<Field> customFields) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Start(String email, long amount, String currency, String reference, URI callbackUrl, Metadata metadata) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record SavedCharge(String email, long amount, String currency, String reference, String authorizationCode) {}

    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refund(
            String transaction,
            long amount,
            String currency,
            @Nullable String customerNote,
            String merchantNote) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Evidence(String customerEmail, String customerName, String customerPhone, String serviceDetails) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Attachment(long refundAmount, String uploadedFilename) {}

    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Resolution(
            String resolution,
            String message,
            long refundAmount,
            String uploadedFilename,
            @Nullable Long evidence) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Authorization(String authorizationCode) {}

    @GetExchange("/balance")
    ResponseEntity<byte[]> balance(@RequestHeader(HttpHeaders.AUTHORIZATION) String key);

    @PostExchange(url = "/transaction/initialize", contentType = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> start(@RequestHeader(HttpHeaders.AUTHORIZATION) String key, @RequestBody Start start);

    @PostExchange(url = "/transaction/charge_authorization", contentType = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> charge(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String key, @RequestBody SavedCharge charge);

    @GetExchange("/transaction/verify/{reference}")
    ResponseEntity<byte[]> verify(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String key, @PathVariable("reference") String reference);

    @GetExchange("/transaction/{id}")
    ResponseEntity<byte[]> transaction(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String key, @PathVariable("id") long transaction);

    @GetExchange("/transaction")
    ResponseEntity<byte[]> transactions(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String key,
            @RequestParam("status") String status,
            @RequestParam("from") String from,
            @RequestParam("to") String to,
            @RequestParam("per_page") int most,
            @RequestParam("page") int page);

    @PostExchange(url = "/refund", contentType = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> refund(@RequestHeader(HttpHeaders.AUTHORIZATION) String key, @RequestBody Refund refund);

    @GetExchange("/refund/{id}")
    ResponseEntity<byte[]> refund(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String key, @PathVariable("id") String refund);

    /** @param transaction its number; null for the refunds of all */
    @GetExchange("/refund")
    ResponseEntity<byte[]> refunds(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String key,
            @RequestParam(name = "transaction", required = false) @Nullable Long transaction,
            @RequestParam("from") String from,
            @RequestParam("to") String to,
            @RequestParam("perPage") int most,
            @RequestParam("page") int page);

    @GetExchange("/settlement")
    ResponseEntity<byte[]> settlements(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String key,
            @RequestParam("from") String from,
            @RequestParam("to") String to,
            @RequestParam("perPage") int most,
            @RequestParam("page") int page);

    @PostExchange(url = "/customer/authorization/deactivate", contentType = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> deactivate(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String key, @RequestBody Authorization authorization);

    /** @param next null for the first page */
    @GetExchange("/bank")
    ResponseEntity<byte[]> banks(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String key,
            @RequestParam("currency") String currency,
            @RequestParam("use_cursor") boolean pages,
            @RequestParam("perPage") int most,
            @RequestParam(name = "next", required = false) @Nullable String next);

    @GetExchange("/bank/resolve")
    ResponseEntity<byte[]> account(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String key,
            @RequestParam("account_number") String number,
            @RequestParam("bank_code") String bank);

    @GetExchange("/dispute/{id}")
    ResponseEntity<byte[]> dispute(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String key, @PathVariable("id") String dispute);

    @GetExchange("/dispute/{id}/upload_url")
    ResponseEntity<byte[]> uploadAddress(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String key,
            @PathVariable("id") String dispute,
            @RequestParam("upload_filename") String file);

    @PutExchange(url = "/dispute/{id}", contentType = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> attach(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String key,
            @PathVariable("id") String dispute,
            @RequestBody Attachment attachment);

    @PostExchange(url = "/dispute/{id}/evidence", contentType = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> evidence(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String key,
            @PathVariable("id") String dispute,
            @RequestBody Evidence evidence);

    @PutExchange(url = "/dispute/{id}/resolve", contentType = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> resolve(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String key,
            @PathVariable("id") String dispute,
            @RequestBody Resolution resolution);
}
