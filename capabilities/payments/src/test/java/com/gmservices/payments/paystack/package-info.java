@NullMarked
package com.gmservices.payments.paystack;

import org.jspecify.annotations.NullMarked;
