package com.gmservices.payments;

import com.gmservices.payments.gateway.Credentials;
import com.gmservices.payments.gateway.GatewaySetup;
import java.util.List;

/** Lets in whoever says {@code sesame}. */
class UnreliableSetup implements GatewaySetup {

    @Override
    public String gateway() {
        return UnreliableGateway.NAME;
    }

    @Override
    public List<Field> fields() {
        return List.of(new Field("word", true, true), new Field("name", false, false));
    }

    @Override
    public Check check(Credentials credentials) {
        return credentials.require("word").equals("sesame")
                ? new Check.Fine(credentials.find("name").orElse("somebody"))
                : new Check.Wrong("That is not the word.");
    }
}
