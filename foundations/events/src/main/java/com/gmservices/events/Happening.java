package com.gmservices.events;

import com.gmservices.tenancy.TenantId;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A line of the event log. */
public record Happening(TenantId tenant, String type, UUID aggregate, JsonNode payload) {}
