package com.gmservices.tenancy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.gmservices.database.Ids;
import java.util.UUID;

public record IdentityId(@JsonValue UUID value) {

    @JsonCreator
    public IdentityId {}

    public static IdentityId next() {
        return new IdentityId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
