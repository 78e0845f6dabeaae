/** Deliveries on their way: when each goes, over whom, and what came of it. */
@NullMarked
package com.gmservices.notifications.delivery;

import org.jspecify.annotations.NullMarked;
