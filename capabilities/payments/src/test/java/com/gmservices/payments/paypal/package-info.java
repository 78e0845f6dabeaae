@NullMarked
package com.gmservices.payments.paypal;

import org.jspecify.annotations.NullMarked;
