package com.gmservices.logistics;

import com.gmservices.requests.line.Findings;
import com.gmservices.tenancy.Site;

/** What is asked of everybody who hands goods over or takes them. */
final class Doors {

    private Doors() {}

    /** @param at where in the details: {@code sender} */
    static void lookAtPhone(String at, Party party, Site site, Findings findings) {
        String country = party.countryFrom(site);
        if (Phone.read(party.phone(), country).isPresent()) {
            return;
        }
        if (country.isEmpty() && !Phone.namesItsCountry(party.phone())) {
            findings.unfit(at + "/phone", "phone-country");
        } else {
            findings.unfit(at + "/phone", "phone");
        }
    }

    /** @param at the street of the one that is told of it */
    static void lookAtWay(String at, Spot from, Spot to, Findings findings) {
        if (from.isTheSameDoorAs(to)) {
            findings.unfit(at, "same-door");
        }
    }

    static void remarkBorder(Spot from, Spot to, Site site, Findings findings) {
        if (from.isAcrossABorderFrom(to, site)) {
            findings.remark("border", Country.text(from.countryFrom(site)), Country.text(to.countryFrom(site)));
        }
    }
}
