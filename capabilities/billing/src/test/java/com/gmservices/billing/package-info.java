@NullMarked
package com.gmservices.billing;

import org.jspecify.annotations.NullMarked;
