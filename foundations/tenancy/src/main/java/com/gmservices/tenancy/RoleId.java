package com.gmservices.tenancy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.gmservices.database.Ids;
import java.util.UUID;

public record RoleId(@JsonValue UUID value) {

    @JsonCreator
    public RoleId {}

    public static RoleId next() {
        return new RoleId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
