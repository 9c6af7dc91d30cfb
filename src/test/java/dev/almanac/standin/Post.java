package dev.almanac.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * A message that the bot has sent, as people see it now.
 *
 * @param nonce empty when it was sent without
 * @param pingedRoles the roles whose people were notified
 * @param body the message as Discord returns it
 */
public record Post(long channel, long id, Instant at, String nonce, List<Long> pingedRoles, JsonNode body) {
    private static final int CROSSPOSTED = 1;
    private static final int SUPPRESS_NOTIFICATIONS = 1 << 12;
    private static final int CONTAINER = 17;

    public Post {
        pingedRoles = List.copyOf(pingedRoles);
    }

    /** Its content and text displays, one behind the other. */
    public String text() {
        return Texts.of(body);
    }

    /** The component id of its first container; 0 when it has none. */
    public int container() {
        for (JsonNode component : body.path("components")) {
            if (component.path("type").asInt() == CONTAINER) {
                return component.path("id").asInt();
            }
        }
        return 0;
    }

    /** The custom id of the button of this label. */
    public String button(String label) {
        return Texts.button(body, label);
    }

    /** Whether it notified everyone, as no message of ours may. */
    public boolean pingsEveryone() {
        return body.path("mention_everyone").asBoolean();
    }

    public int flags() {
        return body.path("flags").asInt();
    }

    public boolean isSilent() {
        return (flags() & SUPPRESS_NOTIFICATIONS) != 0;
    }

    public boolean isCrossposted() {
        return (flags() & CROSSPOSTED) != 0;
    }
}
