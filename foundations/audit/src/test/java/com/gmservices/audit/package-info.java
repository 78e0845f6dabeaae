@NullMarked
package com.gmservices.audit;

import org.jspecify.annotations.NullMarked;
