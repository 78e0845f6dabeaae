/**
 * Paystack (https://paystack.com/docs/api). It cannot reserve money, nor call off what a payer has open, and knows no
 * idempotency key but the reference of a transaction.
 */
@NullMarked
package com.gmservices.payments.paystack;

import org.jspecify.annotations.NullMarked;
