package com.gmservices.requests;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.gmservices.database.Ids;
import java.util.UUID;

public record RequestId(@JsonValue UUID value) {

    @JsonCreator
    public RequestId {}

    public static RequestId next() {
        return new RequestId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
