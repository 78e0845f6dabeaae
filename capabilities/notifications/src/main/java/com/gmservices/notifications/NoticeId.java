package com.gmservices.notifications;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

record NoticeId(@JsonValue UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
