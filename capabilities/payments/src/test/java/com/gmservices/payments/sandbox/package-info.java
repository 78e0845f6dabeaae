@NullMarked
package com.gmservices.payments.sandbox;

import org.jspecify.annotations.NullMarked;
