package com.gmservices.logistics;

import java.util.Optional;

/** The books of a logistics business, and where a line of each stands in its own words; it follows the desk's moves. */
enum Book {
    CONSIGNMENT("requested", "offered", "booked", "in_transit", "held", "delivered"),
    INBOUND_ORDER("announced", "offered", "expected", "in_transit", "held", "received"),
    STOCK_COUNT("requested", "offered", "planned", "counting", "interrupted", "reconciled"),
    ROUTE_PLAN("requested", "offered", "ordered", "planning", "waiting", "published");

    private final String asked;
    private final String offered;
    private final String agreed;
    private final String underway;
    private final String held;
    private final String done;

    Book(String asked, String offered, String agreed, String underway, String held, String done) {
        this.asked = asked;
        this.offered = offered;
        this.agreed = agreed;
        this.underway = underway;
        this.held = held;
        this.done = done;
    }

    static Book of(Job job) {
        return switch (job) {
            case PackageDelivery _ -> CONSIGNMENT;
            case SupplyChain _ -> INBOUND_ORDER;
            case InventoryTracking _ -> STOCK_COUNT;
            case RouteOptimization _ -> ROUTE_PLAN;
        };
    }

    /** Empty for a move that changes who or when, and not how far the goods are. */
    Optional<String> stageAfter(String move) {
        return switch (move) {
            case "create", "expire" -> Optional.of(asked);
            case "quote" -> Optional.of(offered);
            case "accept" -> Optional.of(agreed);
            case "start", "resume" -> Optional.of(underway);
            case "hold" -> Optional.of(held);
            case "complete" -> Optional.of(done);
            case "decline" -> Optional.of("declined");
            case "cancel" -> Optional.of("cancelled");
            default -> Optional.empty();
        };
    }
}
