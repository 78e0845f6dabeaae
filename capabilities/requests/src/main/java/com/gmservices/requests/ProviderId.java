package com.gmservices.requests;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.gmservices.database.Ids;
import java.util.UUID;

public record ProviderId(@JsonValue UUID value) {

    @JsonCreator
    public ProviderId {}

    public static ProviderId next() {
        return new ProviderId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
