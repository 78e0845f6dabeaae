package com.gmservices.notifications.board;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

public record NoticeId(@JsonValue UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
