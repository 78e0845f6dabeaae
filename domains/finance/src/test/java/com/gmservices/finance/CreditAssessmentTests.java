package com.gmservices.finance;

import com.gmservices.finance.CreditAssessment.Subject;
import org.junit.jupiter.api.Test;

class CreditAssessmentTests extends AtTheOfficersDesk {

    @Test
    void somebodyElseIsNamedAndAgrees() {
        assertTold(
                assessment(Subject.ANOTHER_PERSON, null, true, null),
                "/details/subject_name",
                "Enter the name of the person or business that it is about.");
        assertTold(
                assessment(Subject.ANOTHER_PERSON, "Ben Eze", null, null),
                "/details/subject_agrees",
                "We only look at somebody who knows and agrees. Ask them first, then choose Yes.");
        assertTold(
                assessment(Subject.ANOTHER_BUSINESS, "Eze Foods", false, null),
                "/details/subject_agrees",
                "We only look at somebody who knows and agrees. Ask them first, then choose Yes.");
        assertRemarked(
                assessment(Subject.ANOTHER_BUSINESS, "Eze Foods", true, null),
                "It is about somebody else. Have their signed consent before asking a bureau.");
    }

    @Test
    void ofOneselfOneKnowsTheFigures() {
        assertTold(
                assessment(Subject.MYSELF, null, null, null),
                "/details/means",
                "Tell us what comes in and what goes out each month.");
        assertTold(
                assessment(Subject.MY_BUSINESS, null, null, wealth()),
                "/details/subject_name",
                "Enter the name of the person or business that it is about.");
        assertRemarked(
                assessment(Subject.MYSELF, null, null, means("300000", "150000")),
                "Repaying would take 50% of the income before interest, more than a third. Look closely at what is"
                        + " affordable.");
    }

    @Test
    void aReportIsNotNeededYesterday() {
        var assessment = Examples.creditAssessment(TODAY.minusDays(15));

        assertTold(assessment, "/details/needed_by", "This day is over. Choose November 23, 2026 or later.");
    }
}
