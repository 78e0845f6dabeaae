@NullMarked
package com.gmservices.requests.search;

import org.jspecify.annotations.NullMarked;
