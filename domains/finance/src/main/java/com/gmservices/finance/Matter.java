package com.gmservices.finance;

/** What somebody comes with. */
sealed interface Matter permits LoanApplication, CreditAssessment, PaymentPlan, FinancialConsulting {}
