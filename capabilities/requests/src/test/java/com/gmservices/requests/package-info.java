@NullMarked
package com.gmservices.requests;

import org.jspecify.annotations.NullMarked;
