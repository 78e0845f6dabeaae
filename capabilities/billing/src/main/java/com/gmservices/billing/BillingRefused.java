package com.gmservices.billing;

import com.gmservices.money.Money;
import com.gmservices.tenancy.Refusal;
import java.util.List;

/** What billing does not do. */
public abstract sealed class BillingRefused extends Refusal {

    private BillingRefused(Category category, String code, String message) {
        super(category, code, message);
    }

    private BillingRefused(String pointer, String message) {
        super(Category.INVALID, "invalid", message, List.of(new FieldError(pointer, message)));
    }

    public static final class NotFound extends BillingRefused {
        NotFound() {
            super(Category.MISSING, "not-found", "There is no such invoice");
        }
    }

    public static final class Unfit extends BillingRefused {
        Unfit(String pointer, String message) {
            super(pointer, message);
        }
    }

    /** Only invoices are credited, and no more than they ask for. */
    public static final class NotCreditable extends BillingRefused {
        NotCreditable() {
            super(Category.CONFLICT, "not-creditable", "Only an invoice is credited");
        }
    }

    static Unfit tooMuch(Money creditable) {
        return new Unfit("/amount", "Credit more than nothing and at most %s".formatted(creditable));
    }
}
