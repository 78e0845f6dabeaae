package com.gmservices.requests.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.database.Revision;
import com.gmservices.requests.Offering.Rating;
import com.gmservices.requests.Provider;
import com.gmservices.requests.ProviderId;
import com.gmservices.requests.Providers;
import com.gmservices.requests.Providers.Draft;
import com.gmservices.requests.RequestRefused;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.MemberId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@Tag(name = "Providers", description = "Who can be assigned to requests: staff, and firms from outside.")
@RestController
@RequestMapping("/api/v1/providers")
class ProvidersApi {

    private final Providers providers;
    private final MergePatch patch;

    ProvidersApi(Providers providers, MergePatch patch) {
        this.providers = providers;
        this.patch = patch;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Provider")
    record ProviderView(
            ProviderId id,
            String name,

            @Schema(description = "Whoever of the staff it is; left out for a firm from outside") @Nullable
            MemberId memberId,

            List<String> serviceTypes,
            Rating rating,
            boolean active,
            int revision) {

        static ProviderView of(Provider provider) {
            return new ProviderView(
                    provider.id(),
                    provider.name(),
                    provider.member(),
                    provider.serviceTypes().stream().sorted().toList(),
                    provider.rating(),
                    provider.active(),
                    provider.revision());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NewProvider")
    record ProviderBody(
            @Schema(example = "Ben Okoro")
            @NotBlank
            @Size(max = 120)
            @Pattern(regexp = OfferingBody.ONE_LINE, message = "must be one line")
            String name,

            @Schema(description = "Somebody of the staff; none for a firm from outside") @Nullable
            MemberId memberId,

            @Schema(example = "[\"maintenance_repair\"]") @NotEmpty @Size(max = 40)
            List<@NotNull @Size(max = 60) String> serviceTypes,

            @Schema(description = "Whether work can be assigned; true unless said") @Nullable
            Boolean active) {

        static ProviderBody of(Provider provider) {
            return new ProviderBody(
                    provider.name(), provider.member(), List.copyOf(provider.serviceTypes()), provider.active());
        }

        Draft toDraft() {
            return new Draft(name, memberId, Set.copyOf(serviceTypes), active == null || active);
        }
    }

    @Operation(summary = "Everybody who can be assigned, the newest first")
    @GetMapping
    @Allow("read:providers")
    Page<ProviderView> list(
            CurrentMember staff,
            @RequestParam(required = false) @Nullable Cursor cursor,
            @RequestParam(defaultValue = "25") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return providers
                .list(staff, cursor == null ? Cursor.newest() : cursor, limit)
                .map(ProviderView::of);
    }

    @Operation(summary = "One provider")
    @GetMapping("/{id}")
    @Allow("read:providers")
    ResponseEntity<ProviderView> show(@PathVariable UUID id) {
        return answer(ResponseEntity.ok(), find(id));
    }

    @Operation(summary = "Add a provider")
    @PostMapping
    @Allow("update:providers")
    ResponseEntity<ProviderView> add(CurrentMember admin, @Valid @RequestBody ProviderBody body) {
        Provider added = providers.add(admin, body.toDraft());
        return answer(ResponseEntity.created(URI.create("/api/v1/providers/" + added.id())), added);
    }

    @Operation(
            summary = "Change a provider",
            description = "Takes the fields of a new one. What is left out stays, and `member_id: null` makes it a "
                    + "firm from outside.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = "object"),
                            examples = @ExampleObject("""
                                    {"service_types": ["maintenance_repair", "roadside_assistance"]}""")))
    @PatchMapping("/{id}")
    @Allow("update:providers")
    ResponseEntity<ProviderView> change(
            CurrentMember admin,
            @PathVariable UUID id,
            @RequestHeader("If-Match") Revision revision,
            @RequestBody ObjectNode change,
            HttpServletRequest request) {
        ProviderBody body = patch.apply(change, ProviderBody.of(find(id)), request);
        return answer(
                ResponseEntity.ok(), providers.change(admin, new ProviderId(id), revision.value(), body.toDraft()));
    }

    private Provider find(UUID id) {
        return providers.find(new ProviderId(id)).orElseThrow(() -> new RequestRefused.NotFound("provider"));
    }

    private static ResponseEntity<ProviderView> answer(ResponseEntity.BodyBuilder answer, Provider provider) {
        return answer.eTag(new Revision(provider.revision()).tag()).body(ProviderView.of(provider));
    }
}
