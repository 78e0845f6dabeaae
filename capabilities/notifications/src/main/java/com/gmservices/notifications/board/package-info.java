/** What members are told on their pages, and who has read it. */
@NullMarked
package com.gmservices.notifications.board;

import org.jspecify.annotations.NullMarked;
