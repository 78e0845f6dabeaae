/**
 * Other people's money, with care: loan applications, credit assessment, payment plans, financial consulting. What
 * somebody earns and owes stays in these books and on the request; it is in no event, notice or log. Knows nothing of
 * the payments that the platform takes, and asks for no number of an identity, card or account.
 */
@ApplicationModule(allowedDependencies = {"money", "database", "tenancy", "events", "requests", "requests :: line"})
@NullMarked
package com.gmservices.finance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
