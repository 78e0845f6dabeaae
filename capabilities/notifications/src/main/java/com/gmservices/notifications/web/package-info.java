/** Pages and API. */
@NullMarked
package com.gmservices.notifications.web;

import org.jspecify.annotations.NullMarked;
