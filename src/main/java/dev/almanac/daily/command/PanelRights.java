package dev.almanac.daily.command;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Question;
import dev.almanac.chat.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who may press a panel's buttons: whoever opened it, as long as they may use {@code /daily}. Discord asks that when a command is
 * typed, not when a button is pressed, so it is asked here. A button carries whether its opener had the permission Manage Server;
 * whom only the server's settings for integrations allowed may press for a while, since nobody can look those up.
 */
final class PanelRights {
    private static final Duration FOR_A_WHILE = Duration.ofMinutes(15);
    private static final String BY_INTEGRATION = "+";

    private static String by(Request request) {
        return request.asker().user() + (request.asker().rights().mayManageServer() ? "" : BY_INTEGRATION);
    }

    /** What a button asks of this channel, on a panel that this asker opens. */
    static Question question(String subcommand, long channel, Request request) {
        return Question.of("daily " + subcommand)
                .with(DailyCommand.CHANNEL, String.valueOf(channel))
                .with(DailyCommand.BY, by(request));
    }

    /** @throws BadRequest when whoever presses may not */
    static void require(Request request, Instant now) {
        Optional<String> by = request.option(DailyCommand.BY);
        if (by.isEmpty()) {
            return;
        }
        boolean byIntegration = by.get().endsWith(BY_INTEGRATION);
        String opener = by.get().replace(BY_INTEGRATION, "");
        if (!opener.equals(String.valueOf(request.asker().user()))) {
            throw new BadRequest(
                    "Only whoever opened this panel may use its buttons. Open your own with /daily panel.");
        }
        if (request.asker().rights().mayManageServer()) {
            return;
        }
        if (!byIntegration) {
            throw new BadRequest(
                    "This button needs the permission Manage Server, which you don’t have any more. Nothing was"
                            + " changed. Ask someone who has it, or who may give it to you.");
        }
        boolean fresh = request.panelOpened()
                .filter(opened -> now.isBefore(opened.plus(FOR_A_WHILE)))
                .isPresent();
        if (!fresh) {
            throw new BadRequest(
                    "This panel has been open for too long. Nothing was changed. Open it anew with /daily panel.");
        }
    }

    private PanelRights() {}
}
