@NullMarked
package com.gmservices.payments.stripe;

import org.jspecify.annotations.NullMarked;
