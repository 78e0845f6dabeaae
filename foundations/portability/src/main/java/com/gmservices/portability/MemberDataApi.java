package com.gmservices.portability;

import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.StepUp;
import com.gmservices.tenancy.Tenants;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a business does for a customer who asks what it knows of them, or to be forgotten. */
@RestController
@RequestMapping("/api/v1/members/{id}")
@Tag(name = "Members")
class MemberDataApi {

    private final PersonalArchive archive;
    private final Departure departure;
    private final Tenants tenants;

    MemberDataApi(PersonalArchive archive, Departure departure, Tenants tenants) {
        this.archive = archive;
        this.departure = departure;
        this.tenants = tenants;
    }

    record ErasureWish(
            @Schema(description = "The member's name, so that it is no slip", example = "Chidi Okafor") @Nullable
            String confirm) {}

    @GetMapping("/export")
    @Allow("export:members")
    @StepUp
    @Operation(
            summary = "All that the business knows of somebody",
            description = "A ZIP with a list in JSON per table.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = Download.ZIP, schema = @Schema(type = "string", format = "binary")))
    void export(CurrentMember admin, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        archive.find(admin, new MemberId(id));
        archive.write(admin, new MemberId(id), tenants.current().slug(), Download.begin(response, "member.zip"));
    }

    @PostMapping("/erasure")
    @Allow("erase:members")
    @StepUp
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Erase somebody",
            description = "For good: names, addresses and telephone numbers go, what they wrote and what is kept sealed"
                    + " too. Requests and payments stay, of nobody. Erasing somebody twice is erasing them once.")
    void erase(CurrentMember admin, @PathVariable UUID id, @Valid @RequestBody ErasureWish form) {
        departure.erase(admin, new MemberId(id), form.confirm());
    }
}
