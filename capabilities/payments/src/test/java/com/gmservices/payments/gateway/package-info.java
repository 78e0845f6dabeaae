@NullMarked
package com.gmservices.payments.gateway;

import org.jspecify.annotations.NullMarked;
