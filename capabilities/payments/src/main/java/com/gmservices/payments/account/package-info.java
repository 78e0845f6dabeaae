/** The businesses' accounts with the vendors who move money: sealed credentials, modes, currencies and order. */
@NullMarked
package com.gmservices.payments.account;

import org.jspecify.annotations.NullMarked;
