package com.gmservices.requests;

import com.gmservices.database.Revision;
import com.gmservices.tenancy.CurrentMember;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Gives many requests to one provider, each for itself: what cannot be given does not keep the others back. */
@Service
public class BulkAssignment {

    private final ServiceDesk desk;

    BulkAssignment(ServiceDesk desk) {
        this.desk = desk;
    }

    /** A request as it was when somebody chose it. */
    public record Choice(RequestId request, Revision seen) {

        /** @throws IllegalArgumentException for anything but an id, a dot and a revision */
        public static Choice valueOf(String text) {
            int dot = text.indexOf('.');
            if (dot < 0) {
                throw new IllegalArgumentException("Not a choice");
            }
            return new Choice(
                    new RequestId(UUID.fromString(text.substring(0, dot))),
                    new Revision(Integer.parseInt(text.substring(dot + 1))));
        }
    }

    public record Refused(RequestId request, RequestRefused why) {}

    public record Outcome(int assigned, List<Refused> refused) {

        public Outcome {
            refused = List.copyOf(refused);
        }
    }

    public Outcome assign(CurrentMember staff, List<Choice> choices, ProviderId provider) {
        staff.require("assign:requests");
        var refused = new ArrayList<Refused>();
        for (Choice choice : choices) {
            try {
                desk.assign(staff, choice.request, choice.seen, provider);
            } catch (RequestRefused why) {
                refused.add(new Refused(choice.request, why));
            }
        }
        return new Outcome(choices.size() - refused.size(), refused);
    }
}
