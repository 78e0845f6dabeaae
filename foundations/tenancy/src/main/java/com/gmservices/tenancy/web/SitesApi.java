package com.gmservices.tenancy.web;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.database.Revision;
import com.gmservices.tenancy.Address;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.OpeningHours;
import com.gmservices.tenancy.Site;
import com.gmservices.tenancy.SiteId;
import com.gmservices.tenancy.Sites;
import com.gmservices.tenancy.SpecialDay;
import com.gmservices.tenancy.TenancyRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.ZoneId;
import java.util.List;
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
import org.springframework.web.util.UriComponentsBuilder;

@Tag(name = "Sites")
@RestController
@RequestMapping("/api/v1/sites")
class SitesApi {

    private final Sites sites;

    SitesApi(Sites sites) {
        this.sites = sites;
    }

    record SiteView(
            SiteId id,
            String name,
            Address address,
            ZoneId timeZone,
            OpeningHours openingHours,
            List<SpecialDay> specialDays,
            int revision) {

        static SiteView of(Site site) {
            return new SiteView(
                    site.id(),
                    site.name(),
                    site.address(),
                    site.timeZone(),
                    site.openingHours(),
                    site.openingHours().specialDays(),
                    site.revision());
        }
    }

    @Operation(summary = "The places of the business, the newest first")
    @GetMapping
    @Allow(Allow.MEMBERS)
    Page<SiteView> list(
            @RequestParam(required = false) @Nullable Cursor cursor,
            @RequestParam(defaultValue = "25") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return sites.list(cursor == null ? Cursor.newest() : cursor, limit).map(SiteView::of);
    }

    @Operation(summary = "One place")
    @GetMapping("/{id}")
    @Allow(Allow.MEMBERS)
    ResponseEntity<SiteView> show(@PathVariable UUID id) {
        return answer(
                ResponseEntity.ok(), sites.find(new SiteId(id)).orElseThrow(() -> new TenancyRefused.NotFound("site")));
    }

    @Operation(
            summary = "Open another place",
            description = "Zone and opening hours are those of the first place unless they are given.")
    @PostMapping
    @Allow("update:tenant")
    ResponseEntity<SiteView> add(CurrentMember admin, @Valid @RequestBody Sites.Change site, UriComponentsBuilder uri) {
        Site added = sites.add(admin, site);
        return answer(ResponseEntity.created(uri.path("/api/v1/sites/{id}").build(added.id())), added);
    }

    @Operation(summary = "Change a place", description = """
                    What is left out stays; a day without hours is closed. `special_days` take the place of all that \
                    were there: on such a date its hours count instead of the week's, and without hours it is closed.""")
    @PatchMapping("/{id}")
    @Allow("update:tenant")
    ResponseEntity<SiteView> change(
            CurrentMember admin,
            @PathVariable UUID id,
            @RequestHeader("If-Match") Revision revision,
            @Valid @RequestBody Sites.Change change) {
        return answer(ResponseEntity.ok(), sites.change(admin, new SiteId(id), revision.value(), change));
    }

    private static ResponseEntity<SiteView> answer(ResponseEntity.BodyBuilder answer, Site site) {
        return answer.eTag(new Revision(site.revision()).tag()).body(SiteView.of(site));
    }
}
