package com.gmservices.payments.gateway;

import com.gmservices.money.Money;
import java.util.UUID;

/**
 * @param key the attempt's id
 * @param description what the payer will read
 * @param returnTo the page of the tenant to which the payer comes back from a page of the gateway
 */
public record Charge(UUID key, Money amount, String method, String description, String returnTo) {}
