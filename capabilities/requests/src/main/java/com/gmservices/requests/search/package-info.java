/** What text is found by, whoever wrote it and however it is typed. Knows no requests and no database. */
@NullMarked
package com.gmservices.requests.search;

import org.jspecify.annotations.NullMarked;
