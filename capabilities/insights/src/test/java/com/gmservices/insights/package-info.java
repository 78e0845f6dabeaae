@NullMarked
package com.gmservices.insights;

import org.jspecify.annotations.NullMarked;
