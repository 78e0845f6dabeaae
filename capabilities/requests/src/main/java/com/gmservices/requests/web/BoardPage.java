package com.gmservices.requests.web;

import com.gmservices.requests.Board;
import com.gmservices.requests.Board.Column;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk at a glance. Its columns follow what others do. */
@Controller
@RequestMapping("/board")
@Allow("read:all-requests")
class BoardPage {

    private final Board board;
    private final Tenants tenants;
    private final Clock clock;

    BoardPage(Board board, Tenants tenants, Clock clock) {
        this.board = board;
        this.tenants = tenants;
        this.clock = clock;
    }

    @GetMapping
    String show(CurrentMember staff, @RequestParam(defaultValue = "false") boolean mine, Model model) {
        List<Column> columns = board.look(staff, mine);
        model.addAttribute("mine", mine);
        model.addAttribute(
                "today", LocalDate.now(clock.withZone(tenants.current().timeZone())));
        model.addAttribute("columns", columns);
        model.addAttribute("nothing", columns.stream().mapToInt(Column::count).sum() == 0);
        return "requests/board";
    }
}
