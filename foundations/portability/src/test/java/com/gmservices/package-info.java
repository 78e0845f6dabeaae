@NullMarked
package com.gmservices;

import org.jspecify.annotations.NullMarked;
