/** The port to those who move the money, hidden from other modules; each vendor's adapter stands in a package of its own. */
@NullMarked
package com.gmservices.payments.gateway;

import org.jspecify.annotations.NullMarked;
