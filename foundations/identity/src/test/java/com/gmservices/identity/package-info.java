@NullMarked
package com.gmservices.identity;

import org.jspecify.annotations.NullMarked;
