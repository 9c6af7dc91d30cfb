package dev.almanac.lookup;

/**
 * A place in a shuffled order of things, which is not stored but computed: by a Feistel network over the next power of
 * four, walked until it falls inside (cycle walking; Black and Rogaway, "Ciphers with Arbitrary Finite Domains", 2002).
 * One seed gives each thing exactly once while the position runs from 0 to the number of things.
 */
record Shuffle(int seed, int position) {
    private static final int ROUNDS = 4;

    Shuffle next() {
        return new Shuffle(seed, position + 1);
    }

    /** Which of so many things stands here, from 0; the position must be less than their number. */
    int pick(int things) {
        if (position < 0 || position >= things) {
            throw new IllegalArgumentException("position " + position + " of " + things);
        }
        int half = Math.max(1, (33 - Integer.numberOfLeadingZeros(things - 1)) / 2);
        int place = position;
        do {
            place = shuffled(place, half);
        } while (place >= things);
        return place;
    }

    private int shuffled(int place, int half) {
        int mask = (1 << half) - 1;
        int left = place >>> half;
        int right = place & mask;
        for (int round = 0; round < ROUNDS; round++) {
            int mixed = (right + seed + round * 0x9E3779B9) * 0x85EBCA6B;
            int crossed = left ^ ((mixed ^ (mixed >>> 15)) & mask);
            left = right;
            right = crossed;
        }
        return left << half | right;
    }
}
