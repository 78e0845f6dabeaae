@NullMarked
package com.gmservices.payments.dispute;

import org.jspecify.annotations.NullMarked;
