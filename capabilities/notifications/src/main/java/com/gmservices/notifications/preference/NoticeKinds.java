package com.gmservices.notifications.preference;

import com.gmservices.notifications.NoticeKind;
import com.gmservices.notifications.NoticeKind.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All kinds of notices that there are. */
@Component
public class NoticeKinds {

    private final Map<String, NoticeKind> byCode;
    private final List<NoticeKind> inOrder;

    NoticeKinds(ObjectProvider<NoticeKind> kinds) {
        byCode = kinds.stream().collect(Collectors.toUnmodifiableMap(NoticeKind::code, Function.identity()));
        inOrder = byCode.values().stream()
                .sorted(Comparator.comparingInt(NoticeKind::order))
                .toList();
    }

    public List<NoticeKind> all() {
        return inOrder;
    }

    /** Old rows outlive a kind: they then go as news in general do. */
    public NoticeKind get(String code) {
        return byCode.getOrDefault(code, Objects.requireNonNull(byCode.get(NoticeKind.GENERAL)));
    }

    public Optional<NoticeKind> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public Optional<Text> text(String key) {
        return inOrder.stream()
                .flatMap(kind -> kind.texts().stream())
                .filter(text -> text.key().equals(key))
                .findFirst();
    }
}
