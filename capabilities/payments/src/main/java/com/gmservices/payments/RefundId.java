package com.gmservices.payments;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.gmservices.database.Ids;
import java.util.UUID;

/** Also the key under which the gateway knows the refund. */
public record RefundId(@JsonValue UUID value) {

    @JsonCreator
    public RefundId {}

    public static RefundId next() {
        return new RefundId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
