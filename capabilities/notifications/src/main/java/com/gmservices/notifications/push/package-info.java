/** Messages to browsers (RFC 8030, 8291, 8292). */
@NullMarked
package com.gmservices.notifications.push;

import org.jspecify.annotations.NullMarked;
