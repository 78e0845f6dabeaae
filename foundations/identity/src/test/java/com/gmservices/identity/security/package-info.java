@NullMarked
package com.gmservices.identity.security;

import org.jspecify.annotations.NullMarked;
