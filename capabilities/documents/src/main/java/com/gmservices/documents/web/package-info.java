/** Files over the API and on pages. */
@NullMarked
package com.gmservices.documents.web;

import org.jspecify.annotations.NullMarked;
