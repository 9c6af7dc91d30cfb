package dev.almanac.standin;

import java.util.Map;
import java.util.TreeMap;

/** How much the bot has asked, and how much of it should not have been. */
public final class Traffic {
    private final Map<String, Integer> byRoute = new TreeMap<>();
    private final Map<Integer, Integer> byStatus = new TreeMap<>();

    synchronized void count(String route, int status) {
        byRoute.merge(route, 1, Integer::sum);
        byStatus.merge(status, 1, Integer::sum);
    }

    /** All requests; connections to the gateway are none. */
    public synchronized int requests() {
        return byRoute.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The requests of each route, like {@code POST /channels/{channel}/messages}. */
    public synchronized Map<String, Integer> byRoute() {
        return Map.copyOf(byRoute);
    }

    /** How often a status was answered; status 0 is a connection that ended without an answer. */
    public synchronized int answered(int status) {
        return byStatus.getOrDefault(status, 0);
    }

    /** Requests that count towards the ban of an address: 10,000 in ten minutes with 401, 403 or 429. */
    public synchronized int invalid() {
        return answered(401) + answered(403) + answered(429);
    }
}
