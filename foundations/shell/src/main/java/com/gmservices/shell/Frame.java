package com.gmservices.shell;

import com.gmservices.money.Money;
import com.gmservices.shell.MenuEntry.Menu;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** What the layout asks for while it draws itself around a page: {@code frame} in templates. */
@Component
class Frame {

    private final List<MenuEntry> entries;
    private final Supplier<@Nullable Bell> bell;

    Frame(ObjectProvider<MenuEntry> entries, ObjectProvider<Bell> bell) {
        this.entries = entries.stream()
                .sorted(Comparator.comparingInt(MenuEntry::order))
                .toList();
        this.bell = SingletonSupplier.ofNullable(bell::getIfAvailable);
    }

    public List<MenuEntry> customerMenu(@Nullable CurrentMember member) {
        return menu(Menu.CUSTOMER, member);
    }

    public List<MenuEntry> staffMenu(@Nullable CurrentMember member) {
        return menu(Menu.STAFF, member);
    }

    public List<MenuEntry> administrationMenu(@Nullable CurrentMember member) {
        return menu(Menu.ADMINISTRATION, member);
    }

    public int unread(@Nullable CurrentMember member) {
        Bell ringing = bell.get();
        return member == null || ringing == null ? 0 : ringing.unread(member);
    }

    public Money money(long amount, Currency currency) {
        return new Money(amount, currency);
    }

    /** Whether the page that is shown lies below this entry, and below none that is nearer to it. */
    public boolean isHere(MenuEntry entry, @Nullable String path) {
        return path != null
                && entry.isAbove(path)
                && entries.stream()
                        .noneMatch(other -> other.menu() == entry.menu()
                                && other.path().startsWith(entry.path() + "/")
                                && other.isAbove(path));
    }

    private List<MenuEntry> menu(Menu menu, @Nullable CurrentMember member) {
        return entries.stream()
                .filter(entry -> entry.menu() == menu && sees(entry.permission(), member))
                .toList();
    }

    private static boolean sees(String permission, @Nullable CurrentMember member) {
        return switch (permission) {
            case Allow.EVERYONE, Allow.VISITORS -> true;
            case Allow.MEMBERS, Allow.SIGNED_IN -> member != null;
            default -> member != null && member.may(permission);
        };
    }
}
