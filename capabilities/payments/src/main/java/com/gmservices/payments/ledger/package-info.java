/**
 * The books, in double entry. Each fact about money is one entry of postings from account to account, written in the
 * fact's own transaction, never changed, reversed if it was wrong, and sealed into a chain within seconds. Knows
 * payments only by their ids.
 *
 * <p>An account is a heading and, for some, whose it is ({@code customer:0199…}, {@code clearing:stripe}), in one
 * currency. A charge comes from the customer into the gateway's clearing account and is earned as revenue and tax; a
 * settlement moves it to the bank, less the gateway's fees.
 */
@NullMarked
package com.gmservices.payments.ledger;

import org.jspecify.annotations.NullMarked;
