@NullMarked
package com.gmservices.events.kafka;

import org.jspecify.annotations.NullMarked;
