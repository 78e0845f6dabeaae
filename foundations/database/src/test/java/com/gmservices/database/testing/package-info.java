/** One disposable database for all tests of a JVM. */
@NullMarked
package com.gmservices.database.testing;

import org.jspecify.annotations.NullMarked;
