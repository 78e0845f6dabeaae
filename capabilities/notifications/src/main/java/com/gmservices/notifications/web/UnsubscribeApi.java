package com.gmservices.notifications.web;

import com.gmservices.notifications.preference.Unsubscribing;
import com.gmservices.notifications.preference.Unsubscribing.Wish;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.Tenants;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What mail programs call when somebody presses their button (RFC 8058). */
@RestController
@RequestMapping("/api/v1/notification-preferences/unsubscribe/{token}")
@Allow(Allow.EVERYONE)
@Tag(name = "Notifications")
class UnsubscribeApi {

    private final Unsubscribing unsubscribing;
    private final Tenants tenants;

    UnsubscribeApi(Unsubscribing unsubscribing, Tenants tenants) {
        this.unsubscribing = unsubscribing;
        this.tenants = tenants;
    }

    @Operation(summary = "End a kind of mail with one click", description = "The token stands in the mail.")
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String token) {
        unsubscribing.carryOut(unsubscribing.read(token));
    }

    @Operation(summary = "To the page that asks once more", description = "For mail programs without such a button.")
    @ApiResponse(responseCode = "303")
    @GetMapping
    ResponseEntity<Void> page(@PathVariable String token) {
        Wish wish = unsubscribing.read(token);
        String slug = tenants.find(wish.tenant()).orElseThrow().slug();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/t/%s/unsubscribe/%s".formatted(slug, token)))
                .build();
    }
}
