package dev.almanac.reading;

import java.util.List;
import java.util.Set;

/** What people write around a date when they ask for nothing but what happened then: {@code what happened in 1867?} */
final class AroundDates {
    private static final Set<String> WORDS = WordList.of("""
            a about all almanac an and any anything are around at back bday be been between birthday born bot by can
            could date dates day did do does during else event events everything fact facts find for from gave get give go
            going had hapened happen happend happened happening happens has have hello hey hi history how i in
            interesting is it know let like list look me month my notable occur occurred of ok okay on or our place
            please pls plz s say search see show some something tell thanks that the then there things this thx time
            timeline to took u up ur us was wat week wen were what whats when whens which who with year years you your
            century centuries decade decades era months period год года году был была было были в что случилось произошло
            abt bro dude even ever exactly heres just only really so sup yo yr yrs
            mon monday tue tues tuesday wed wednesday thu thurs thursday fri friday sat saturday sun sunday
            """);

    private final Tokens tokens;

    AroundDates(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Whether the text says nothing but these dates. */
    boolean isAll(List<DateText> dates) {
        for (int place = 0; place < tokens.size(); place++) {
            int here = place;
            boolean inside = dates.stream().anyMatch(date -> date.from() <= here && here < date.to());
            if (!inside && !tokens.isMark(place) && !WORDS.contains(tokens.word(place))) {
                return false;
            }
        }
        return true;
    }
}
