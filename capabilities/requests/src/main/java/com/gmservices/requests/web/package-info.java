/** The desk's pages and its part of the API. */
@NullMarked
package com.gmservices.requests.web;

import org.jspecify.annotations.NullMarked;
