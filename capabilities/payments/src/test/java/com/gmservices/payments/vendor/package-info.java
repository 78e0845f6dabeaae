@NullMarked
package com.gmservices.payments.vendor;

import org.jspecify.annotations.NullMarked;
