package dev.almanac.standin;

import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What goes wrong with a request to the REST API. Unless it says otherwise, what was asked for isn't done. */
public final class Trouble {
    private final boolean done;
    private final UnaryOperator<RestAnswer> spoiling;

    private Trouble(boolean done, UnaryOperator<RestAnswer> spoiling) {
        this.done = done;
        this.spoiling = spoiling;
    }

    private static Trouble instead(RestAnswer answer) {
        return new Trouble(false, any -> answer);
    }

    /** Discord refuses it, with a code of https://discord.com/developers/docs/topics/opcodes-and-status-codes#json. */
    public static Trouble refused(int status, int code) {
        return instead(RestAnswer.error(status, code, "stand-in says " + status));
    }

    public static Trouble status(int status) {
        return refused(status, 0);
    }

    /** The servers in front of Discord answer, with a page for browsers. */
    public static Trouble page(int status, String title) {
        String said = status + " " + title;
        String page = "<html><head><title>" + said + "</title></head><body><h1>" + said + "</h1></body></html>";
        return instead(new RestAnswer(status, page, Map.of("Content-Type", "text/html")));
    }

    /** Too many requests of this kind, or of this bot for what many bots share. */
    public static Trouble limited(Duration wait, boolean shared) {
        RestAnswer limited = RestAnswer.limited(wait);
        return instead(shared ? limited.replacing("X-RateLimit-Scope", "shared") : limited);
    }

    /** Too many requests of the bot. */
    public static Trouble limitedEverywhere(Duration wait) {
        return instead(RestAnswer.limitedEverywhere(wait));
    }

    /** The servers in front of Discord take nothing from this address for a while. */
    public static Trouble banned(Duration wait) {
        return instead(RestAnswer.limited(wait).replacing("Via", ""));
    }

    /** The connection ends without an answer. */
    public static Trouble cut() {
        return instead(RestAnswer.cut());
    }

    /** It's done, but the answer ends in the middle. */
    public static Trouble half() {
        return new Trouble(true, RestAnswer::half);
    }

    /** It's done, and answered so much later. */
    public static Trouble late(Duration delay) {
        return new Trouble(true, answer -> answer.after(delay));
    }

    /** The same, but what was asked for is done. */
    public Trouble butDone() {
        return new Trouble(true, spoiling);
    }

    boolean isDone() {
        return done;
    }

    RestAnswer spoilt(RestAnswer answer) {
        return spoiling.apply(answer);
    }
}
