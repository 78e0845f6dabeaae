package com.gmservices;

import com.gmservices.tenancy.Allow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What each route answers to whom, as {@code docs/security/routes.md} has it for people to read. */
final class RouteTable {

    private static final String HEAD = """
            # Who may call what

            Every page and every operation of the API, with what each kind of caller is answered. The columns: the route;
            the rule that stands at its controller (`@Allow`); somebody who has not signed in; a customer, a member of
            staff and an administrator of the business; an operator of the platform and a member of another business,
            who both are strangers to this one; and the administrator of a business that is suspended.

            `yes` is let through (which says nothing of what is found behind the door), `sign-in` is sent to sign in (401 in
            the API), `no` is refused (403), `closed` is told that the business is suspended.

            `RouteTableTests` calls them all over HTTP and compares. A route without a line fails the build, which then
            prints the line.
            """;

    private RouteTable() {}

    record Line(String module, Route route, String rule, List<String> outcomes) {

        private List<String> cells() {
            return Stream.concat(Stream.of("`" + route + "`", rule), outcomes.stream())
                    .toList();
        }
    }

    /** A route with what its controller says of it. */
    record Door(Route route, String module, String rule) {

        static List<Door> all(RequestMappingHandlerMapping mapping) {
            return mapping.getHandlerMethods().entrySet().stream()
                    .filter(handler -> Route.isOurs(handler.getValue()))
                    .flatMap(handler -> of(handler.getKey(), handler.getValue()))
                    .filter(door -> !door.route.pattern().equals("/error"))
                    .collect(Collectors.toMap(Door::route, door -> door, Door::and))
                    .values()
                    .stream()
                    .sorted(Comparator.comparing(Door::module)
                            .thenComparing(door -> !door.route.isApi())
                            .thenComparing(door -> door.route.pattern())
                            .thenComparing(door -> door.route.method()))
                    .toList();
        }

        /** One address may have several controllers, which its parameters tell apart. */
        private Door and(Door other) {
            String rules = Stream.of(rule, other.rule).distinct().sorted().collect(Collectors.joining(", "));
            return new Door(route, module, rules);
        }

        private static Stream<Door> of(RequestMappingInfo info, HandlerMethod method) {
            String[] names = method.getBeanType().getPackageName().split("\\.", -1);
            String module = names.length > 2 ? names[2] : "platform";
            return Route.of(info).map(route -> new Door(route, module, rule(method)));
        }

        private static String rule(HandlerMethod method) {
            Allow own = method.getMethodAnnotation(Allow.class);
            Allow allow =
                    own == null ? AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Allow.class) : own;
            return allow == null ? "nobody has said" : allow.value();
        }
    }

    static String write(List<String> callers, Collection<Line> lines) {
        Map<String, List<Line>> byModule =
                lines.stream().collect(Collectors.groupingBy(Line::module, TreeMap::new, Collectors.toList()));
        List<List<String>> all = lines.stream().map(Line::cells).collect(Collectors.toCollection(ArrayList::new));
        List<String> head =
                Stream.concat(Stream.of("route", "rule"), callers.stream()).toList();
        all.add(head);
        int[] widths = IntStream.range(0, head.size())
                .map(column -> all.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        var text = new StringBuilder(HEAD);
        byModule.forEach((module, rows) -> {
            text.append("\n## ").append(module).append("\n\n").append(row(head, widths));
            text.append(row(IntStream.of(widths).mapToObj("-"::repeat).toList(), widths));
            rows.forEach(line -> text.append(row(line.cells(), widths)));
        });
        return text.toString();
    }

    /** Its lines, without the blanks that only align them. */
    static List<String> lines(String table) {
        return table.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.replaceAll(" +", " "))
                .toList();
    }

    private static String row(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> cells.get(column)
                        + " ".repeat(widths[column] - cells.get(column).length()))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
