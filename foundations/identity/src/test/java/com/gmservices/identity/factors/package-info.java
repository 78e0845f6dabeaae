@NullMarked
package com.gmservices.identity.factors;

import org.jspecify.annotations.NullMarked;
