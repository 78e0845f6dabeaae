package com.gmservices.demo;

import com.gmservices.demo.Business.Firm;
import com.gmservices.demo.Business.Offer;
import com.gmservices.demo.Business.Outcome;
import com.gmservices.requests.Quote;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a business has in one domain and what is usually asked there, as {@code demo/gm/finance.json} tells it.
 *
 * @param comments by the rating that they go with
 * @param reasons for the ends and waits that need one
 */
record Chapter(
        List<Firm> providers,
        List<Offer> offerings,
        List<Plot> plots,
        Map<Integer, List<String>> comments,
        Map<Outcome, List<String>> reasons) {

    /**
     * One type of service.
     *
     * @param providers who take turns
     * @param outcomes a story is made for each
     */
    record Plot(List<String> providers, boolean withCar, List<Outcome> outcomes, List<Wish> wishes) {}

    /** @param details what they say of days is counted from the day on which it is asked, like {@code +3d} */
    record Wish(
            String offering,
            ObjectNode details,
            List<Quote.Line> quote,
            @Nullable String notes) {}
}
