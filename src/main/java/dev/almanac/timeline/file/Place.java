package dev.almanac.timeline.file;

/** Where something stands in a file; both are counted from 1. */
record Place(int line, int column) {}
