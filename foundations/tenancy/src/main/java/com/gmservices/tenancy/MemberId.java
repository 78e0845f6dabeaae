package com.gmservices.tenancy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.gmservices.database.Ids;
import java.util.UUID;

public record MemberId(@JsonValue UUID value) {

    @JsonCreator
    public MemberId {}

    public static MemberId next() {
        return new MemberId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
