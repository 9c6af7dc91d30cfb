package dev.almanac.exchange;

import dev.almanac.timeline.HistoricalDate;

/** Reads the dates of one sheet. */
interface DateReader {
    /**
     * The date that a cell says.
     *
     * @throws Unfit with what is wrong with it, as a sentence without its end
     */
    HistoricalDate read(String written) throws Unfit;
}
