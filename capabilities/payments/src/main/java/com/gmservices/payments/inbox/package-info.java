/** What vendors send by themselves: verified on the bytes that came, kept, answered at once and worked by jobs. */
@NullMarked
package com.gmservices.payments.inbox;

import org.jspecify.annotations.NullMarked;
