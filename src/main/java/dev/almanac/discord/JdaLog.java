package dev.almanac.discord;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * What JDA may write to the log; logback.xml names it. Where JDA can't handle an event it writes the whole of it, what people typed
 * included: the line stays, with the type of event and the stack trace, without the event and what the exception quotes of it.
 */
public final class JdaLog extends TurboFilter {
    private static final String LEFT_OUT = "(left out)";

    /** Types of events, JDA's version, ids and counts. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Z][A-Z_]*|\\d[\\w.]*");

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] values,
            @Nullable Throwable thrown) {
        if (format == null
                || values == null
                || !logger.getName().startsWith("net.dv8tion.jda.")
                || !level.isGreaterOrEqual(logger.getEffectiveLevel())) {
            return FilterReply.NEUTRAL;
        }
        if (Stream.of(values).noneMatch(JdaLog::isJson)) {
            return FilterReply.NEUTRAL;
        }
        Throwable cause = thrown == null && values[values.length - 1] instanceof Throwable last ? last : thrown;
        logger.log(
                marker,
                Logger.FQCN,
                Level.toLocationAwareLoggerInteger(level),
                format.replaceAll("\\s*\n\\s*", " "),
                Arrays.stream(values)
                        .filter(value -> !(value instanceof Throwable))
                        .map(value -> HARMLESS.matcher(String.valueOf(value)).matches() ? value : LEFT_OUT)
                        .toArray(),
                Optional.ofNullable(cause).map(JdaLog::withoutMessage).orElse(null));
        return FilterReply.DENY;
    }

    private static boolean isJson(@Nullable Object value) {
        return value instanceof DataObject
                || value instanceof DataArray
                || (value instanceof String text && (text.startsWith("{") || text.startsWith("[")));
    }

    private static Throwable withoutMessage(Throwable thrown) {
        Throwable bare = new Throwable(thrown.getClass().getName());
        bare.setStackTrace(thrown.getStackTrace());
        return bare;
    }
}
