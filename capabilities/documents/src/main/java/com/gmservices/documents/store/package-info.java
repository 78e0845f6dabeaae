/** Where files are kept: one port, and an adapter for each kind of place. What they keep is sealed before it comes. */
@NullMarked
package com.gmservices.documents.store;

import org.jspecify.annotations.NullMarked;
