package dev.almanac.timeline.file;

/** Where something stands in a file; both are counted from 1. */
record Place(int line, int column) {
    /** Of what was read without its places. */
    static final Place UNKNOWN = new Place(0, 0);
}
