package dev.almanac.discord;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Lets a message leave once for each time that it was asked whether it still may. OkHttp sends a request again by itself when a kept
 * connection turns out to be broken, a process that was frozen on waking: the first one may have arrived, and somebody else may have
 * taken over since. Whether it did is for the promise to find out.
 */
final class SentOnce implements Interceptor {
    private static final Pattern MESSAGES = Pattern.compile(".*/channels/\\d+/messages");

    private final Set<Call> left = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    @Override
    public Response intercept(Chain chain) throws IOException {
        String path = chain.request().url().encodedPath();
        boolean isMessage = chain.request().method().equals("POST")
                && path.endsWith("/messages")
                && MESSAGES.matcher(path).matches();
        if (isMessage && !left.add(chain.call())) {
            // The one kind of failure that OkHttp doesn't try to recover from.
            throw new ProtocolException("the connection broke, and the message may have been sent");
        }
        return chain.proceed(chain.request());
    }
}
