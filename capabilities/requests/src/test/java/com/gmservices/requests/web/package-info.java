@NullMarked
package com.gmservices.requests.web;

import org.jspecify.annotations.NullMarked;
