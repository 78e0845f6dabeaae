package com.gmservices.requests.web;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.database.Revision;
import com.gmservices.requests.Catalogue;
import com.gmservices.requests.Catalogue.Filter;
import com.gmservices.requests.Offering;
import com.gmservices.requests.Offering.Pricing;
import com.gmservices.requests.OfferingId;
import com.gmservices.requests.RequestRefused;
import com.gmservices.requests.ServiceLines;
import com.gmservices.requests.ServiceType;
import com.gmservices.requests.details.DetailsDesk;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Domain;
import com.gmservices.tenancy.Tenants;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Tag(name = "Catalogue", description = "What a business offers, and what a request for it must say.")
@RestController
@RequestMapping("/api/v1")
class CatalogueApi {

    private final Catalogue catalogue;
    private final ServiceLines lines;
    private final DetailsDesk details;
    private final Tenants tenants;
    private final MergePatch patch;
    private final MessageSource messages;
    private final Clock clock;

    CatalogueApi(
            Catalogue catalogue,
            ServiceLines lines,
            DetailsDesk details,
            Tenants tenants,
            MergePatch patch,
            MessageSource messages,
            Clock clock) {
        this.catalogue = catalogue;
        this.lines = lines;
        this.details = details;
        this.tenants = tenants;
        this.patch = patch;
        this.messages = messages;
        this.clock = clock;
    }

    @Schema(name = "ServiceType")
    record TypeView(
            @Schema(description = "An offering's `service_type`", example = "roadside_assistance")
            String code,

            Domain domain,
            @Schema(example = "Roadside assistance") String name,
            String description) {}

    @Schema(name = "ServiceTypes")
    record TypeList(List<TypeView> data) {}

    @Operation(summary = "The types of service that businesses can offer")
    @GetMapping("/service-types")
    @Allow(Allow.EVERYONE)
    TypeList types(@Parameter(hidden = true) Locale locale) {
        return new TypeList(lines.types().stream()
                .map(type -> new TypeView(
                        type.code(),
                        lines.line(type.code()).domain(),
                        text(type, "name", locale),
                        text(type, "description", locale)))
                .toList());
    }

    @Operation(
            summary = "The catalogue, the newest first",
            description = "Public with `X-Tenant`. Staff see inactive offerings too.")
    @GetMapping("/services")
    @Allow(Allow.VISITORS)
    Page<OfferingView> list(
            Optional<CurrentMember> caller,
            @RequestParam(required = false) @Nullable Domain domain,
            @Parameter(description = "Words of the name or description; slips are forgiven")
                    @RequestParam(required = false)
                    @Size(max = 100)
                    @Nullable
                    String q,
            @RequestParam(required = false) @Nullable Cursor cursor,
            @RequestParam(defaultValue = "25") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        var filter = new Filter(domain, q, isStaff(caller));
        var schemas = new HashMap<String, JsonNode>();
        return catalogue
                .list(filter, cursor == null ? Cursor.newest() : cursor, limit)
                .map(offering -> OfferingView.of(
                        offering, schemas.computeIfAbsent(offering.serviceType(), type -> schema(offering))));
    }

    @Operation(summary = "One offering")
    @GetMapping("/services/{id}")
    @Allow(Allow.VISITORS)
    ResponseEntity<OfferingView> show(Optional<CurrentMember> caller, @PathVariable UUID id) {
        Offering found = find(id);
        if (!found.active() && !isStaff(caller)) {
            throw new RequestRefused.NotFound("service");
        }
        return answer(ResponseEntity.ok(), found);
    }

    @Operation(summary = "Put an offering into the catalogue")
    @PostMapping("/services")
    @Allow("update:catalogue")
    ResponseEntity<OfferingView> add(CurrentMember admin, @Valid @RequestBody OfferingBody body) {
        Offering added = catalogue.add(admin, body.toDraft(tenants.current().currency()));
        return answer(ResponseEntity.created(URI.create("/api/v1/services/" + added.id())), added);
    }

    @Operation(
            summary = "Change an offering",
            description = "Takes the fields of a new one. What is left out stays, null removes it, lists are replaced "
                    + "as a whole; with pricing `quote` the price goes by itself.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = "object"),
                            examples = @ExampleObject("""
                                    {"price": {"amount": 5200000, "currency": "NGN"}, "active": true}""")))
    @PatchMapping("/services/{id}")
    @Allow("update:catalogue")
    ResponseEntity<OfferingView> change(
            CurrentMember admin,
            @PathVariable UUID id,
            @RequestHeader("If-Match") Revision revision,
            @RequestBody ObjectNode change,
            HttpServletRequest request) {
        if (Pricing.QUOTE.code().equals(change.path("pricing").stringValue("")) && !change.has("price")) {
            change.putNull("price");
        }
        OfferingBody body = patch.apply(change, OfferingBody.of(find(id)), request);
        Offering changed = catalogue.change(
                admin,
                new OfferingId(id),
                revision.value(),
                body.toDraft(tenants.current().currency()));
        return answer(ResponseEntity.ok(), changed);
    }

    private Offering find(UUID id) {
        return catalogue.find(new OfferingId(id)).orElseThrow(() -> new RequestRefused.NotFound("service"));
    }

    private ResponseEntity<OfferingView> answer(ResponseEntity.BodyBuilder answer, Offering offering) {
        return answer.eTag(new Revision(offering.revision()).tag()).body(OfferingView.of(offering, schema(offering)));
    }

    private JsonNode schema(Offering offering) {
        LocalDate today = LocalDate.now(clock.withZone(tenants.current().timeZone()));
        return details.schema(lines.type(offering.serviceType()), today);
    }

    private String text(ServiceType type, String what, Locale locale) {
        return messages.getMessage("service-type.%s.%s".formatted(type.code(), what), null, locale);
    }

    private static boolean isStaff(Optional<CurrentMember> caller) {
        return caller.filter(CurrentMember::isStaff).isPresent();
    }
}
