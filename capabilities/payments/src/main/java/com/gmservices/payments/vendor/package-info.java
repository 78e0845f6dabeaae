/** How vendors without a kept-up SDK are asked by HTTP, and what their silence means. Knows no vendor. */
@NullMarked
package com.gmservices.payments.vendor;

import org.jspecify.annotations.NullMarked;
