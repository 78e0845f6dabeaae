@NullMarked
package com.gmservices.requests.details;

import org.jspecify.annotations.NullMarked;
