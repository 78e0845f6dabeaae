/** Carriers of messages behind one port, and how they stand in for each other. */
@NullMarked
package com.gmservices.notifications.carrier;

import org.jspecify.annotations.NullMarked;
