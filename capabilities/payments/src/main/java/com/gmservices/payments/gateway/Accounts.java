package com.gmservices.payments.gateway;

/** The current tenant's accounts with the vendors. */
public interface Accounts {

    /** @throws IllegalStateException when the business has never set the gateway up */
    Credentials of(String gateway);
}
