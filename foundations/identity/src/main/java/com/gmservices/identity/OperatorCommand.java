package com.gmservices.identity;

import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/** {@code operator add EMAIL} on the command line prints a link instead of serving. */
@Component
class OperatorCommand implements ApplicationRunner {

    private final Operators operators;
    private final ConfigurableApplicationContext context;

    OperatorCommand(Operators operators, ConfigurableApplicationContext context) {
        this.operators = operators;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> words = arguments.getNonOptionArgs();
        if (!words.isEmpty() && words.getFirst().equals("operator")) {
            System.exit(SpringApplication.exit(context, () -> obey(words)));
        }
    }

    int obey(List<String> words) {
        if (words.size() != 3 || !words.get(1).equals("add") || !words.get(2).matches("[^@\\s]+@[^@\\s]+")) {
            System.err.println("Usage: operator add EMAIL");
            return 1;
        }
        System.out.println("Open this link within an hour to become operator:");
        System.out.println(operators.name(words.get(2)));
        return 0;
    }
}
