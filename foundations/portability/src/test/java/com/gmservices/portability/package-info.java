@NullMarked
package com.gmservices.portability;

import org.jspecify.annotations.NullMarked;
