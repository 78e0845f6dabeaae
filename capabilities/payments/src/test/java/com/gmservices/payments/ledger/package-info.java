@NullMarked
package com.gmservices.payments.ledger;

import org.jspecify.annotations.NullMarked;
