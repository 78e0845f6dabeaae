package com.gmservices.requests;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.gmservices.database.Ids;
import java.time.Instant;
import java.util.UUID;

public record RequestId(@JsonValue UUID value) {

    @JsonCreator
    public RequestId {}

    public static RequestId next() {
        return new RequestId(Ids.next());
    }

    /** Tells when the request came in, so that lists of a time look into its months only. */
    static RequestId at(Instant instant) {
        return new RequestId(Ids.at(instant));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
