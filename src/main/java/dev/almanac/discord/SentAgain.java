package dev.almanac.discord;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Sends the first answer to an interaction once more where Discord failed on it (500): whoever asked would see no answer at all. If it
 * was taken the first time, Discord refuses the second with 40060, so nobody sees two. JDA does the same after 502, 503 and 504.
 */
final class SentAgain implements Interceptor {
    private static final int FAILED = 500;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Response response = chain.proceed(request);
        if (response.code() != FAILED || !request.url().encodedPath().endsWith("/callback")) {
            return response;
        }
        response.close();
        return chain.proceed(request);
    }
}
