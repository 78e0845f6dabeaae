/**
 * PayPal (https://developer.paypal.com/api/rest): orders that payers approve at its page and that we take, wallets kept
 * in its vault, notices signed by certificate. What it forgets after hours is kept in {@code payments.paypal_charge}.
 */
@NullMarked
package com.gmservices.payments.paypal;

import org.jspecify.annotations.NullMarked;
