package com.gmservices.payments.vendor;

import tools.jackson.databind.JsonNode;

/** What has become of one call to a vendor. */
public sealed interface Answer {

    /** @param body an empty object where there was none */
    record Said(int status, JsonNode body) implements Answer {

        public boolean isGood() {
            return status < 300;
        }

        /** Without the body, which tells of people. */
        @Override
        public String toString() {
            return "Said " + status;
        }
    }

    /** The vendor was surely not reached, or has surely not taken it up. */
    record NotTaken(String why) implements Answer {}

    /** The vendor may have taken it up. */
    record Silence(String why) implements Answer {}
}
