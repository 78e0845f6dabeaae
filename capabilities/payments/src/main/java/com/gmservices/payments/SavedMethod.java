package com.gmservices.payments;

import com.gmservices.payments.gateway.Means;
import com.gmservices.tenancy.MemberId;
import java.time.Instant;
import java.util.UUID;

/** A means of payment that a member has left with a gateway, to be charged later. */
record SavedMethod(UUID id, MemberId member, String gateway, Means means, boolean preferred, Instant consentAt) {}
