/** What the tests of every domain need: a counter, a bundle held against its types, wrong values. */
@NullMarked
package com.gmservices.requests.line;

import org.jspecify.annotations.NullMarked;
