/** Settings, members and the operator's businesses: their pages and their API. */
@NullMarked
package com.gmservices.tenancy.web;

import org.jspecify.annotations.NullMarked;
