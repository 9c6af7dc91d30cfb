package dev.almanac.discord;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Sends the first answer to an interaction once more where Discord failed on it (500), or the connection broke: whoever asked would see no
 * answer at all. JDA does the same after 502, 503 and 504, and OkHttp where a connection broke that had been used before. If Discord took
 * it the first time, it refuses the second with 40060, so nobody sees two. Such a refusal is a success here: what was only said to be
 * coming has to come.
 */
final class SentAgain implements Interceptor {
    private static final int FAILED = 500;
    private static final int REFUSED = 400;
    private static final String ACKNOWLEDGED = "40060";
    private static final int NO_CONTENT = 204;
    private static final int MOST_DOUBTS = 1_000;
    private static final int LONGEST_REFUSAL = 4_096;

    /** The addresses of answers that Discord may have taken; the oldest are forgotten. */
    private final Set<String> doubtful =
            Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<String, Boolean>() {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                    return size() > MOST_DOUBTS;
                }
            }));

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        if (!isAnswer(request)) {
            return chain.proceed(request);
        }
        Response response;
        try {
            response = chain.proceed(request);
        } catch (InterruptedIOException tooLate) {
            // Nobody waits any more, or the bot ends.
            throw tooLate;
        } catch (IOException broken) {
            return answered(request, chain.proceed(request));
        }
        if (response.code() == FAILED) {
            response.close();
            response = chain.proceed(request);
        }
        return answered(request, response);
    }

    private Response answered(Request request, Response response) throws IOException {
        return response.code() == REFUSED && doubtful.remove(address(request)) && isTaken(response)
                ? success(response)
                : response;
    }

    /** To be asked about each attempt, those that OkHttp makes by itself among them. */
    Response attempt(Chain chain) throws IOException {
        Request request = chain.request();
        boolean known = false;
        try {
            Response response = chain.proceed(request);
            known = response.code() < FAILED;
            return response;
        } finally {
            if (!known && isAnswer(request)) {
                doubtful.add(address(request));
            }
        }
    }

    private static boolean isAnswer(Request request) {
        return request.url().encodedPath().endsWith("/callback");
    }

    private static String address(Request request) {
        return request.url().encodedPath();
    }

    private static boolean isTaken(Response response) throws IOException {
        ResponseBody said = response.peekBody(LONGEST_REFUSAL);
        try (InputStream raw = said.byteStream();
                InputStream plain =
                        "gzip".equals(response.header("Content-Encoding")) ? new GZIPInputStream(raw) : raw) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8).contains(ACKNOWLEDGED);
        }
    }

    private static Response success(Response refused) {
        refused.close();
        return refused.newBuilder()
                .code(NO_CONTENT)
                .message("Taken before")
                .removeHeader("Content-Encoding")
                .body(ResponseBody.create(new byte[0], null))
                .build();
    }
}
