@NullMarked
package com.gmservices.limits;

import org.jspecify.annotations.NullMarked;
