package com.gmservices.outbound;

import java.net.UnknownHostException;

/** The address is not one that users may have us call; trying again does not help. */
public final class AddressRefused extends UnknownHostException {

    private static final long serialVersionUID = 1;

    AddressRefused(String message) {
        super(message);
    }
}
