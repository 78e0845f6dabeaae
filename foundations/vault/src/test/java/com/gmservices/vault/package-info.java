@NullMarked
package com.gmservices.vault;

import org.jspecify.annotations.NullMarked;
