/** What a domain says at the desk, in the same way as every other: what is typed, found, shown on the card, offered. */
@NamedInterface("line")
@NullMarked
package com.gmservices.requests.line;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
