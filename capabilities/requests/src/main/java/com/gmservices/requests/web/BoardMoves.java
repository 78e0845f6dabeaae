package com.gmservices.requests.web;

import com.gmservices.database.Revision;
import com.gmservices.requests.Dossier;
import com.gmservices.requests.Dossiers;
import com.gmservices.requests.Move;
import com.gmservices.requests.RequestId;
import com.gmservices.requests.RequestRefused;
import com.gmservices.requests.ServiceDesk;
import com.gmservices.requests.ServiceRequest;
import com.gmservices.requests.Step;
import com.gmservices.tenancy.Allow;
import com.gmservices.tenancy.CurrentMember;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Moves cards. Each move names the revision that its card showed: whoever was slower is told so, and sees the board as
 * it is by then. The page on which a move is made sure of serves browsers without script, and others as a dialog.
 */
@Controller
@RequestMapping("/board/{id}")
@Allow("read:all-requests")
class BoardMoves {

    private final ServiceDesk desk;
    private final Dossiers dossiers;

    BoardMoves(ServiceDesk desk, Dossiers dossiers) {
        this.desk = desk;
        this.dossiers = dossiers;
    }

    /**
     * What is said above the board after a move.
     *
     * @param key of its words
     * @param back the move that undoes it
     * @param revision on which that would build
     */
    record Said(
            String key,
            String reference,
            String status,
            UUID id,
            @Nullable String back,
            int revision) implements Serializable {}

    @GetMapping
    @Transactional(readOnly = true)
    String sure(
            CurrentMember staff,
            @PathVariable UUID id,
            @RequestParam Optional<Move> move,
            @RequestParam(defaultValue = "false") boolean mine,
            Model model) {
        return page(dossiers.open(staff, new RequestId(id)), staff, move, mine, model);
    }

    @PostMapping
    String move(
            CurrentMember staff,
            @PathVariable UUID id,
            @RequestParam Move move,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean mine,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var request = new RequestId(id);
        try {
            ServiceRequest moved = make(staff, request, new Revision(revision), move, reason);
            redirect.addFlashAttribute("said", said("board.moved", moved, move));
        } catch (RequestRefused.Stale
                | RequestRefused.ChangedMeanwhile
                | RequestRefused.WrongStage
                | RequestRefused.QuoteExpired _) {
            redirect.addFlashAttribute("said", said("board.changed", desk.find(staff, request), null));
        } catch (RequestRefused.Unfit unfit) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("unfit", unfit.errors().getFirst().detail());
            model.addAttribute("typed", reason);
            return page(dossiers.open(staff, request), staff, Optional.of(move), mine, model);
        }
        return mine ? "redirect:/board?mine=true" : "redirect:/board";
    }

    private static String page(Dossier dossier, CurrentMember staff, Optional<Move> move, boolean mine, Model model) {
        List<Step> steps = dossier.steps(staff);
        model.addAttribute("dossier", dossier);
        model.addAttribute(
                "steps",
                steps.stream()
                        .filter(step -> move.isEmpty() || move.get() == step.move())
                        .toList());
        model.addAttribute("mine", mine);
        return "requests/move";
    }

    private ServiceRequest make(CurrentMember staff, RequestId id, Revision seen, Move move, String reason) {
        return switch (move) {
            case ACCEPT -> desk.accept(staff, id, seen);
            case DECLINE ->
                desk.decline(staff, id, seen, Reason.upTo(Reason.LONGEST, Reason.optional(reason), "/reason"));
            case START -> desk.start(staff, id, seen);
            case HOLD -> desk.hold(staff, id, seen, Reason.required(reason, "/reason"));
            case RESUME -> desk.resume(staff, id, seen);
            case COMPLETE -> desk.complete(staff, id, seen);
            case CANCEL -> desk.cancel(staff, id, seen, Reason.required(reason, "/reason"));
            case QUOTE, ASSIGN, SCHEDULE, REVIEW, EXPIRE -> throw new RequestRefused.NotFound("move on the board");
        };
    }

    private static Said said(String key, ServiceRequest request, @Nullable Move made) {
        return new Said(
                key,
                request.reference(),
                request.status().code(),
                request.id().value(),
                made == null
                        ? null
                        : new Step(made, request.status())
                                .back()
                                .map(Move::code)
                                .orElse(null),
                request.revision());
    }
}
