/**
 * Compares what gateways say they have moved with what we have taken, given back and booked. Each line of theirs is kept
 * once, their fees and payouts are booked once, and where the two sides do not agree a person decides. Moves no money
 * itself, and reads what the till writes without writing it.
 */
@NullMarked
package com.gmservices.payments.reconciliation;

import org.jspecify.annotations.NullMarked;
