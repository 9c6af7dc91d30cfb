package dev.almanac.exchange;

import dev.almanac.timeline.Folding;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a column of a sheet holds, in the order in which they are written; each with the names that people give it in English,
 * German, French, Spanish, Italian, Portuguese, Dutch, Polish, Swedish and Russian.
 */
public enum Column {
    ID("id, key"),
    DATE(
            "date, when, day of event, event date, start, start date, begin, from, datum, wann, tag des ereignisses, beginn, "
                    + "anfang, von, date de debut, debut, quand, fecha, cuando, fecha de inicio, inicio, desde, data, quando, "
                    + "data di inizio, data de inicio, wanneer, begindatum, kiedy, data rozpoczecia, nar, startdatum, дата, когда, "
                    + "начало, dtstart, edtf"),

    END(
            "end, end date, until, to, ende, enddatum, bis, date de fin, fin, fecha de fin, hasta, data di fine, fine, fim, ate, "
                    + "einddatum, tot, koniec, slut, slutdatum, конец, дата окончания, dtend"),
    YEAR("year, jahr, annee, ano, anno, jaar, rok, ar, год"),
    MONTH("month, monat, mois, mes, mese, maand, miesiac, manad, месяц"),
    DAY("day, tag, jour, dia, giorno, dag, dzien, день, число"),
    DATE_TEXT("date text, datetext, date in words, datum in worten, date en lettres"),
    OLD_STYLE("old style, oldstyle, julian, julian date, julianisch, alter stil, старый стиль"),
    TITLE(
            "title, event, name, headline, what, heading, titel, ereignis, was, uberschrift, schlagzeile, titre, evenement, "
                    + "quoi, nom, titulo, evento, acontecimiento, que, nombre, titolo, nome, o que, gebeurtenis, wat, kop, tytul, "
                    + "wydarzenie, co, nazwa, handelse, vad, событие, название, заголовок, что"),
    TEXT(
            "text, description, summary, details, detail, story, body, content, what happened, beschreibung, inhalt, erzahlung, "
                    + "erlauterung, was geschah, was passierte, texte, description de l'evenement, contenu, recit, descripcion, texto, "
                    + "detalles, relato, que paso, descrizione, testo, dettagli, cosa accadde, descricao, detalhes, beschrijving, tekst, "
                    + "opis, tresc, beskrivning, описание, текст, содержание, что произошло"),
    NOTE(
            "note, notes, remark, remarks, comment, comments, anmerkung, anmerkungen, notiz, bemerkung, kommentar, remarque, nota, "
                    + "notas, observacion, commento, opmerking, uwaga, uwagi, anmarkning, примечание, заметка"),
    CATEGORIES(
            "categories, category, type, kind, tag, tags, topic, theme, subject, kategorie, kategorien, art, thema, schlagwort, "
                    + "schlagworte, schlagworter, rubrik, categorie, genre, theme, categoria, categorias, tipo, tema, "
                    + "etiqueta, etiquetas, categoria, categorie, soort, onderwerp, kategoria, typ, rodzaj, temat, kategori, amne, "
                    + "категория, тип, тема, вид"),
    PEOPLE(
            "people, person, persons, who, names, personen, wer, beteiligte, personnes, personne, qui, personas, persona, quien, "
                    + "persone, chi, pessoas, pessoa, quem, mensen, wie, osoby, osoba, kto, personer, vem, люди, кто, персоны, лица"),
    PLACES(
            "places, place, location, where, city, town, ort, orte, wo, schauplatz, stadt, lieu, lieux, ou, ville, lugar, lugares, "
                    + "donde, ciudad, luogo, luoghi, dove, citta, local, onde, cidade, plaats, plaatsen, waar, stad, miejsce, gdzie, "
                    + "miasto, plats, var, место, где, город"),
    ERA(
            "era, period, epoch, chapter, epoche, zeitalter, abschnitt, epoque, periode, epoca, periodo, tijdperk, epoka, okres, "
                    + "эпоха, период"),
    SENSITIVE("sensitive, nsfw, heikel, sensibel, sensible, delicado"),
    CONFIDENCE("confidence, certainty, sicherheit, confiance, confianza"),
    WEIGHT("weight, importance, gewicht, wichtigkeit, bedeutung, importancia, poids, peso"),
    FORMERLY("formerly, former ids"),
    SOURCES(
            "sources, source, reference, references, citation, quelle, quellen, beleg, nachweis, sources, reference, fuente, fuentes, "
                    + "referencia, fonte, fonti, fontes, bron, bronnen, zrodlo, zrodla, kalla, kallor, источник, источники"),
    URL("url, link, links, web, website, address, page, lien, enlace, seite, webseite, ссылка, адрес"),
    IMAGE_URL("image url, image, picture, bild"),
    IMAGE_ALT("image alt, alt, alt text, bildbeschreibung"),
    IMAGE_CREDIT("image credit, credit, bildnachweis"),
    IMAGE_LICENCE("image licence, image license"),
    FACTS("facts, fact ids");

    // Stream's list never changes; its type doesn't say so.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> names;

    Column(String names) {
        this.names = Arrays.stream(names.split(","))
                .map(Column::folded)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** How usual a heading is for it: 0 is its first name; -1 where it isn't headed so. */
    int rank(String heading) {
        String folded = folded(heading);
        return folded.equals(folded(word())) ? 0 : names.indexOf(folded);
    }

    /** The word for it on the command line and in the first row of a sheet that we write: {@code date}, {@code image-url}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The column that people head so, whatever the case, the accents and the marks; empty when nothing is called that. */
    static Optional<Column> headed(String heading) {
        return Arrays.stream(values())
                .filter(column -> column.rank(heading) >= 0)
                .findFirst();
    }

    /** The column of this word. */
    static Column of(String word) {
        return headed(word)
                .orElseThrow(() -> new CannotExchange("“" + word + "” isn't something that an event has. It has "
                        + Arrays.stream(values()).map(Column::word).collect(Collectors.joining(", ")) + "."));
    }

    private static String folded(String heading) {
        return Folding.of(heading).replaceAll("[^\\p{L}\\p{N}']+", " ").strip();
    }
}
