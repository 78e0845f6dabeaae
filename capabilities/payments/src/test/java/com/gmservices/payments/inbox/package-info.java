@NullMarked
package com.gmservices.payments.inbox;

import org.jspecify.annotations.NullMarked;
