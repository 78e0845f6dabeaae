package com.gmservices.payments.sandbox;

import com.gmservices.payments.gateway.Complaints;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class SandboxComplaints implements Complaints {

    private final SandboxCases cases;

    SandboxComplaints(SandboxCases cases) {
        this.cases = cases;
    }

    @Override
    public String gateway() {
        return SandboxGateway.NAME;
    }

    @Override
    public Optional<Complaint> read(String reference) {
        return SandboxCase.id(reference).flatMap(cases::find).map(SandboxCase::complaint);
    }

    @Override
    public Complaint contest(String reference, Evidence evidence) {
        UUID id = SandboxCase.id(reference).orElseThrow();
        cases.contest(
                id,
                evidence.explanation(),
                evidence.files().stream()
                        .map(file -> "%s (%d bytes)".formatted(file.name(), file.content().length))
                        .toList());
        return read(reference).orElseThrow();
    }

    @Override
    public Complaint accept(String reference) {
        cases.decide(SandboxCase.id(reference).orElseThrow(), Stage.ACCEPTED);
        return read(reference).orElseThrow();
    }
}
