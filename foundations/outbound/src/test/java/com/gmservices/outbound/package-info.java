@NullMarked
package com.gmservices.outbound;

import org.jspecify.annotations.NullMarked;
