/** How people like to be told, and what they do not want to be told at all. */
@NullMarked
package com.gmservices.notifications.preference;

import org.jspecify.annotations.NullMarked;
