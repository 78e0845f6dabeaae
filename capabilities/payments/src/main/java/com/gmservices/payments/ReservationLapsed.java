package com.gmservices.payments;

import com.gmservices.money.Money;
import com.gmservices.tenancy.TenantEvent;
import com.gmservices.tenancy.TenantId;

/** Money that waited to be taken is not reserved any more. */
record ReservationLapsed(TenantId tenant, PaymentId payment, Money amount) implements TenantEvent {}
