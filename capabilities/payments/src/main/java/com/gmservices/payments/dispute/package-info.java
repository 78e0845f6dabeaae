/**
 * Payers' complaints about charges: what their gateways say of them, what the business answers, how they end and what
 * that means in the books. Knows payments only by their ids and through {@link
 * com.gmservices.payments.dispute.DisputedCharges}.
 *
 * <p>A word that something has become of a complaint is not believed: the complaint is read again at the gateway,
 * outside of transactions, and written on the condition that nobody has written since before it was read. So that each
 * change is written once, and by a word that is newer than what stood there, however many bring it and in what order.
 */
@NullMarked
package com.gmservices.payments.dispute;

import org.jspecify.annotations.NullMarked;
