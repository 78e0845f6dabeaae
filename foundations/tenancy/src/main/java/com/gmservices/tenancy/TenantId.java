package com.gmservices.tenancy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.gmservices.database.Ids;
import java.util.UUID;

public record TenantId(@JsonValue UUID value) {

    @JsonCreator
    public TenantId {}

    public static TenantId next() {
        return new TenantId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
