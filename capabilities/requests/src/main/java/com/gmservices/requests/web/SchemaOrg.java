package com.gmservices.requests.web;

import com.gmservices.money.Money;
import com.gmservices.requests.Offering;
import com.gmservices.requests.Offering.Pricing;
import com.gmservices.requests.Offering.Rating;
import com.gmservices.tenancy.Address;
import com.gmservices.tenancy.Links;
import com.gmservices.tenancy.OpeningHours;
import com.gmservices.tenancy.Site;
import com.gmservices.tenancy.SpecialDay;
import com.gmservices.tenancy.Tenant;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A business in the words of schema.org, as search engines read them. */
@Component
class SchemaOrg {

    private final JsonMapper json;
    private final Links links;
    private final Clock clock;

    SchemaOrg(JsonMapper json, Links links, Clock clock) {
        this.json = json;
        this.links = links;
        this.clock = clock;
    }

    /** Nothing in it can end the script element that it stands in. */
    String business(Tenant tenant, String description, Site site, List<Offering> offerings, Rating rating) {
        String address = links.tenant(tenant, "/home").toString();
        ObjectNode business = json.createObjectNode()
                .put("@context", "https://schema.org")
                .put("@type", "LocalBusiness")
                .put("@id", address)
                .put("url", address)
                .put("name", tenant.name())
                .put("description", description);
        if (!site.address().text().isEmpty()) {
            business.set("address", address(site.address()));
        }
        business.set("openingHoursSpecification", hours(site.openingHours()));
        List<SpecialDay> special = site.openingHours().specialDaysFrom(LocalDate.now(clock.withZone(site.timeZone())));
        if (!special.isEmpty()) {
            business.set("specialOpeningHoursSpecification", special(special));
        }
        if (rating.average() != null) {
            business.putObject("aggregateRating")
                    .put("@type", "AggregateRating")
                    .put("ratingValue", rating.average())
                    .put("bestRating", 5)
                    .put("worstRating", 1)
                    .put("reviewCount", rating.count());
        }
        ArrayNode offers = business.putArray("makesOffer");
        offerings.forEach(offering -> offers.add(offer(tenant, offering)));
        return json.writeValueAsString(business)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }

    private ObjectNode address(Address address) {
        ObjectNode node = json.createObjectNode().put("@type", "PostalAddress");
        String street = address.line2().isEmpty() ? address.line1() : address.line1() + ", " + address.line2();
        Map.of(
                        "streetAddress", street,
                        "addressLocality", address.city(),
                        "addressRegion", address.region(),
                        "postalCode", address.postalCode(),
                        "addressCountry", address.country())
                .forEach((name, value) -> {
                    if (!value.isEmpty()) {
                        node.put(name, value);
                    }
                });
        return node;
    }

    private ArrayNode hours(OpeningHours hours) {
        ArrayNode week = json.createArrayNode();
        for (DayOfWeek day : DayOfWeek.values()) {
            for (OpeningHours.Span span : hours.on(day)) {
                week.addObject()
                        .put("@type", "OpeningHoursSpecification")
                        .put("dayOfWeek", "https://schema.org/" + day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                        .put("opens", span.from().toString())
                        .put("closes", span.to().toString());
            }
        }
        return week;
    }

    /** A closed day opens and closes at midnight. */
    private ArrayNode special(List<SpecialDay> days) {
        ArrayNode all = json.createArrayNode();
        for (SpecialDay day : days) {
            if (day.hours().isEmpty()) {
                special(all, day, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
            }
            day.hours().forEach(span -> special(all, day, span.from(), span.to()));
        }
        return all;
    }

    private static void special(ArrayNode all, SpecialDay day, LocalTime opens, LocalTime closes) {
        all.addObject()
                .put("@type", "OpeningHoursSpecification")
                .put("validFrom", day.date().toString())
                .put("validThrough", day.date().toString())
                .put("opens", opens.toString())
                .put("closes", closes.toString());
    }

    private ObjectNode offer(Tenant tenant, Offering offering) {
        ObjectNode offer = json.createObjectNode()
                .put("@type", "Offer")
                .put("url", links.tenant(tenant, "/services/" + offering.id()).toString());
        offer.putObject("itemOffered")
                .put("@type", "Service")
                .put("name", offering.name())
                .put("description", offering.description());
        Money price = offering.price();
        if (price != null) {
            boolean isExact = offering.pricing() == Pricing.FIXED;
            ObjectNode priced =
                    isExact ? offer : offer.putObject("priceSpecification").put("@type", "PriceSpecification");
            priced.put(isExact ? "price" : "minPrice", price.major().toPlainString())
                    .put("priceCurrency", offering.currency().getCurrencyCode());
        }
        return offer;
    }
}
