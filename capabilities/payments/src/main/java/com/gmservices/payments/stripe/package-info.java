/**
 * Stripe, by its own SDK. Card data go from the browser to Stripe; what comes here are tokens. Nothing is confirmed
 * that was not created before under the attempt's key, so that what became of it can always be read.
 */
@NullMarked
package com.gmservices.payments.stripe;

import org.jspecify.annotations.NullMarked;
