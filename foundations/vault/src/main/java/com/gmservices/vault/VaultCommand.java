package com.gmservices.vault;

import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/** {@code vault rotate} and {@code vault status} on the command line, instead of serving. */
@Component
class VaultCommand implements ApplicationRunner {

    private final Rotations rotations;
    private final DataKeys keys;
    private final MasterKeys masters;
    private final ConfigurableApplicationContext context;

    VaultCommand(Rotations rotations, DataKeys keys, MasterKeys masters, ConfigurableApplicationContext context) {
        this.rotations = rotations;
        this.keys = keys;
        this.masters = masters;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> words = arguments.getNonOptionArgs();
        if (!words.isEmpty() && words.getFirst().equals("vault")) {
            System.exit(SpringApplication.exit(context, () -> obey(words)));
        }
    }

    int obey(List<String> words) {
        if (words.equals(List.of("vault", "rotate"))) {
            System.out.println("New keys are asked for; the running platform sees to it. " + told(rotations.ask()));
            return 0;
        }
        if (words.equals(List.of("vault", "status"))) {
            System.out.println(
                    rotations.latest().map(VaultCommand::told).orElse("No rotation of keys was asked for yet."));
            System.out.println("Wrapped by an earlier master key: %d of %d sets of keys."
                    .formatted(keys.countWrappedByOtherThan(masters.current().id()), keys.count()));
            return 0;
        }
        System.err.println("Usage: vault rotate | vault status");
        return 1;
    }

    private static String told(Rotations.Rotation rotation) {
        if (!rotation.isUnderWay()) {
            return "Rotation of %s: done since %s, %d values sealed anew."
                    .formatted(rotation.askedAt(), rotation.stageSince(), rotation.renewed());
        }
        return "Rotation of %s: %s since %s, %d of %d owners, %d values sealed anew."
                .formatted(
                        rotation.askedAt(),
                        rotation.stage().code(),
                        rotation.stageSince(),
                        rotation.ownersDone(),
                        rotation.owners(),
                        rotation.renewed());
    }
}
