/** What carriers report of deliveries, verified, kept as it came, and worked. */
@NullMarked
package com.gmservices.notifications.report;

import org.jspecify.annotations.NullMarked;
