@NullMarked
package com.gmservices.payments;

import org.jspecify.annotations.NullMarked;
