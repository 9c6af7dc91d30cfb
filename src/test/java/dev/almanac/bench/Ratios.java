package dev.almanac.bench;

import java.util.List;
import java.util.Locale;

/**
 * How often one figure goes into another, of several pairs, in rising order: its median, and the interval that holds it with a
 * confidence of 95 % whatever the distribution (order statistics: the ranks of a binomial distribution of 1/2).
 */
record Ratios(List<Double> sorted) {
    private static final double OUTSIDE = 0.05;

    Ratios {
        sorted = sorted.stream().sorted().toList();
    }

    double median() {
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    double least() {
        return sorted.get(outside());
    }

    double most() {
        return sorted.get(sorted.size() - 1 - outside());
    }

    /** Whether there are enough pairs for 95 %; else the interval is all there is. */
    boolean areEnough() {
        return 2 * Math.pow(0.5, sorted.size()) <= OUTSIDE;
    }

    /** How many of each end may be left out. */
    private int outside() {
        int outside = 0;
        double term = Math.pow(0.5, sorted.size());
        double tail = term;
        while (true) {
            term = term * (sorted.size() - outside) / (outside + 1);
            tail += term;
            if (2 * tail > OUTSIDE) {
                return outside;
            }
            outside++;
        }
    }

    /** {@code 0.93 [0.91, 0.95]}. */
    String inWords() {
        return String.format(Locale.ROOT, "%.2f [%.2f, %.2f]", median(), least(), most());
    }
}
