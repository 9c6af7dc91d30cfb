package dev.almanac.daily.command;

import dev.almanac.chat.BadRequest;
import dev.almanac.chat.Request;
import java.time.Instant;

/** Who may press a panel's buttons. */
final class PanelRights {
    /** @throws BadRequest when whoever presses may not */
    static void require(Request request, Instant now) {
        request.option(DailyCommand.BY)
                .filter(by -> !by.equals(String.valueOf(request.asker().user())))
                .ifPresent(by -> {
                    throw new BadRequest(
                            "Only whoever opened this panel may use its buttons. Open your own with /daily list.");
                });
    }

    private PanelRights() {}
}
