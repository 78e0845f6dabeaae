package com.gmservices.finance;

import com.gmservices.requests.Catalogue.Draft;
import com.gmservices.requests.Priority;
import com.gmservices.requests.RequestStatus;
import com.gmservices.requests.ServiceLine;
import com.gmservices.requests.ServiceType;
import com.gmservices.tenancy.Domain;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a lender or adviser offers at the desk, and what goes into the books as a matter moves on. */
@Component
class FinanceLine implements ServiceLine {

    static final ServiceType LOAN_APPLICATION =
            new ServiceType("loan_application", LoanApplication.class, Examples::loanApplication);
    static final ServiceType CREDIT_ASSESSMENT =
            new ServiceType("credit_assessment", CreditAssessment.class, Examples::creditAssessment);
    static final ServiceType PAYMENT_PLAN = new ServiceType("payment_plan", PaymentPlan.class, Examples::paymentPlan);
    static final ServiceType FINANCIAL_CONSULTING =
            new ServiceType("financial_consulting", FinancialConsulting.class, Examples::financialConsulting);

    private final CaseOfficer officer;
    private final CoverSheet sheet;
    private final FinanceMenu menu;
    private final CaseBooks books;

    FinanceLine(CaseOfficer officer, CoverSheet sheet, FinanceMenu menu, CaseBooks books) {
        this.officer = officer;
        this.sheet = sheet;
        this.menu = menu;
        this.books = books;
    }

    @Override
    public Domain domain() {
        return Domain.FINANCE;
    }

    @Override
    public List<ServiceType> types() {
        return List.of(LOAN_APPLICATION, CREDIT_ASSESSMENT, PAYMENT_PLAN, FINANCIAL_CONSULTING);
    }

    @Override
    public List<Remark> create(Wish wish) {
        return officer.look(wish);
    }

    @Override
    public void process(Work work) {
        if (work.move().equals("create")) {
            books.open(work);
        } else {
            books.advance(work);
        }
    }

    @Override
    public Optional<String> status(String type, RequestStatus status) {
        return Optional.of("finance.status.%s.%s".formatted(type, status.code()));
    }

    /** What is owed goes on falling due while we think about it. */
    @Override
    public Priority priority(String type, Record details) {
        return type.equals(PAYMENT_PLAN.code()) ? Priority.HIGH : Priority.NORMAL;
    }

    @Override
    public List<Draft> proposals(Currency currency) {
        return menu.in(currency);
    }

    @Override
    public List<Fact> card(String type, Record details, Currency currency) {
        return sheet.facts(type, (Matter) details, currency);
    }
}
