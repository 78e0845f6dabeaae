@NullMarked
package com.gmservices.webhooks;

import org.jspecify.annotations.NullMarked;
