package com.gmservices.payments;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.gmservices.database.Ids;
import java.util.UUID;

/** Also the key under which the gateway knows the attempt. */
public record AttemptId(@JsonValue UUID value) {

    @JsonCreator
    public AttemptId {}

    public static AttemptId next() {
        return new AttemptId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
