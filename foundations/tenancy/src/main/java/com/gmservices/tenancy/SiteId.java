package com.gmservices.tenancy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.gmservices.database.Ids;
import java.util.UUID;

public record SiteId(@JsonValue UUID value) {

    @JsonCreator
    public SiteId {}

    public static SiteId next() {
        return new SiteId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
