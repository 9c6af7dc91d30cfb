package dev.almanac;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditorialTest {
    private static final Editorial EDITORIAL = Editorial.read();

    @ParameterizedTest
    @CsvSource({
        "'', false",
        "http://2001-2009.state.gov/r/pa/ho/pubs/fs/85739.htm, false",
        "https://en.wikipedia.org/wiki/April_12, false",
        "https://en.wikipedia.org/wiki/1867, false",
        "https://en.wikipedia.org/wiki/1867_in_the_United_States, false",
        "https://en.wikipedia.org/wiki/1960_U-2_incident, true",
        "https://en.wikipedia.org/wiki/Gemini_4, true",
        "https://history.state.gov/countries/russia, false",
        "https://history.state.gov/departmenthistory/people/chiefsofmission/russia, false",
        "https://history.state.gov/departmenthistory/people/kennan-george-frost, true",
        "https://history.state.gov/departmenthistory/travels, false",
        "https://history.state.gov/departmenthistory/travels/secretary/rubio-marco, false",
        "https://history.state.gov/departmenthistory/visits/russia, false",
        "https://history.state.gov/milestones, false",
        "https://history.state.gov/milestones/1945-1952, false",
        "https://history.state.gov/milestones/1945-1952/foreword, false",
        "https://history.state.gov/milestones/1945-1952/nato, true",
        "https://history.state.gov/historicaldocuments/frus1946v06/d475, true",
        "https://www.nasa.gov/history/SP-4225/nasa2/nasa2.htm, true",
    })
    void tellsAPageAboutAHappeningFromAnIndex(String url, boolean isAbout) {
        assertEquals(isAbout, EDITORIAL.isAboutAHappening(url));
    }
}
