package com.gmservices.payments;

import com.gmservices.money.Money;
import com.gmservices.tenancy.TenantEvent;
import com.gmservices.tenancy.TenantId;

/**
 * A gateway cannot give money back before the business has done something there.
 *
 * @param what as {@link com.gmservices.payments.gateway.RefundOutcome.Waiting} has it
 */
record RefundWaits(TenantId tenant, PaymentId payment, RefundId refund, Money amount, String what)
        implements TenantEvent {}
