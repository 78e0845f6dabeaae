package com.gmservices.portability;

import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.StepUp;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people may ask of what is kept about them. */
@RestController
@RequestMapping("/api/v1/me")
@Allow(Allow.SIGNED_IN)
@Tag(name = "You")
class OwnDataApi {

    private final PersonalArchive archive;
    private final Departure departure;

    OwnDataApi(PersonalArchive archive, Departure departure) {
        this.archive = archive;
        this.departure = departure;
    }

    @GetMapping("/export")
    @StepUp
    @Operation(
            summary = "All that is kept about you",
            description = "Of your account and of every business that knows you: a ZIP with a list in JSON per table.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = Download.ZIP, schema = @Schema(type = "string", format = "binary")))
    void export(CurrentIdentity caller, HttpServletResponse response) throws IOException {
        archive.write(caller, Download.begin(response, "about-you.zip"));
    }

    @DeleteMapping
    @StepUp
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Delete your account",
            description = "Everywhere and at once, with all sign-ins, tokens and keys. Businesses keep what the books"
                    + " need, without your name, address and telephone number. An owner closes their business first.")
    void leave(
            CurrentIdentity caller,
            @Schema(description = "Your e-mail address, so that it is no slip", example = "ada@harbour.example")
                    @RequestParam(required = false)
                    @Nullable
                    String confirm) {
        departure.leave(caller, confirm);
    }
}
