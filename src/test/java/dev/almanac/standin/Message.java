package dev.almanac.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/**
 * A message as it is kept: its JSON as text, which takes a fraction of the room of a tree.
 *
 * @param nonce empty when it was sent without
 * @param hidden whether one person only sees it, so that no channel has it
 */
record Message(
        Kind kind,
        long channel,
        long id,
        Instant at,
        String nonce,
        List<Long> pingedRoles,
        boolean hidden,
        String json) {
    enum Kind {
        POST,
        ANSWER,
        OF_A_PERSON
    }

    Message with(ObjectNode changed) {
        return new Message(kind, channel, id, at, nonce, pingedRoles, hidden, changed.toString());
    }

    ObjectNode json(Payloads payloads) {
        return (ObjectNode) payloads.read(json);
    }
}
