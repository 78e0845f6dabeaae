@NullMarked
package com.gmservices.payments.reconciliation;

import org.jspecify.annotations.NullMarked;
