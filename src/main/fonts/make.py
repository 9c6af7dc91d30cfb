"""Makes the fonts of the pictures: python3 make.py NOTO_FOLDER EMOJI_FOLDER TARGET

NOTO_FOLDER holds the fonts of Debian's package fonts-noto-core, EMOJI_FOLDER the files of the npm package @fontsource/noto-emoji. Each font keeps
the letters below and no layout tables: pairs are kerned by a table "kern", which is written from the font's own GPOS. Needs fontTools.
"""

import pathlib
import sys

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0

LATIN = [(0x20, 0x7E), (0xA0, 0x24F), (0x259, 0x259), (0x2B0, 0x2DD), (0x300, 0x328), (0x1E00, 0x1EFF)]
GREEK = [(0x370, 0x3FF), (0x1F00, 0x1FFF)]
CYRILLIC = [(0x400, 0x52F)]
SIGNS = [(0x2010, 0x2027), (0x2030, 0x203A), (0x2044, 0x2044), (0x2070, 0x209C), (0x20A0, 0x20BF), (0x2116, 0x2122), (0x2190, 0x2193), (0x2212, 0x2212)]
HEBREW = [(0x591, 0x5F4), (0xFB1D, 0xFB4F)]
ARABIC = [(0x600, 0x6FF), (0xFB50, 0xFBFF), (0xFE70, 0xFEFC)]
KERNED = [*range(0x20, 0x7F), *range(0xC0, 0x180), *range(0x391, 0x3CA), *range(0x410, 0x450), 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D]
MOST_PAIRS = 10_000


def letters(*spans):
    return [point for first, last in (span for group in spans for span in group) for point in range(first, last + 1)]


def pairs(font):
    """What GPOS moves together or apart, in units of the font."""
    cmap = font.getBestCmap()
    glyphs = {cmap[point]: point for point in KERNED if point in cmap}
    found = {}
    gpos = font["GPOS"].table
    lookups = {i for record in gpos.FeatureList.FeatureRecord if record.FeatureTag == "kern" for i in record.Feature.LookupListIndex}
    for index in sorted(lookups):
        seen = {}
        for table in gpos.LookupList.Lookup[index].SubTable:
            table = getattr(table, "ExtSubTable", table)
            if table.LookupType != 2:
                continue
            for place, first in enumerate(table.Coverage.glyphs):
                if first not in glyphs:
                    continue
                if table.Format == 1:
                    for record in table.PairSet[place].PairValueRecord:
                        if record.SecondGlyph in glyphs and record.Value1:
                            seen.setdefault((first, record.SecondGlyph), getattr(record.Value1, "XAdvance", 0))
                else:
                    row = table.Class1Record[table.ClassDef1.classDefs.get(first, 0)].Class2Record
                    for second in glyphs:
                        value = row[table.ClassDef2.classDefs.get(second, 0)].Value1
                        # The first subtable that covers the first glyph decides.
                        seen.setdefault((first, second), getattr(value, "XAdvance", 0) if value else 0)
        for pair, value in seen.items():
            found.setdefault(pair, value)
    best = sorted((pair for pair in found if abs(found[pair]) >= 8), key=lambda pair: -abs(found[pair]) - (5000 if max(glyphs[g] for g in pair) < 0x7F else 0))
    return {pair: found[pair] for pair in best[:MOST_PAIRS]}


def made(source, target, points, kerned=False):
    font = TTFont(source)
    kern = pairs(font) if kerned else {}
    options = subset.Options()
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "DSIG", "STAT", "MATH", "vhea", "vmtx"]
    options.hinting = False
    options.glyph_names = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    if kern:
        table = KernTable_format_0()
        table.coverage, table.tupleIndex, table.kernTable = 1, None, kern
        table.apple = False
        font["kern"] = newTable("kern")
        font["kern"].version, font["kern"].kernTables = 0, [table]
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font["post"].formatType = 3.0
    font.save(target)
    print(target.name, target.stat().st_size, len(font.getGlyphOrder()), len(kern))


def main(noto, emoji, target):
    text = letters(LATIN, GREEK, CYRILLIC, SIGNS)
    for face in ["Regular", "Bold"]:
        made(noto / f"NotoSerif-{face}.ttf", target / f"NotoSerif-{face}.ttf", text, kerned=True)
    made(noto / "NotoSerifHebrew-Regular.ttf", target / "NotoSerifHebrew-Regular.ttf", letters(HEBREW))
    made(noto / "NotoNaskhArabic-Regular.ttf", target / "NotoNaskhArabic-Regular.ttf", letters(ARABIC))
    parts = sorted(emoji.glob("noto-emoji-[0-9]*-700-normal.woff"), key=lambda part: int(part.name.split("-")[2]))
    plain = []
    for part in parts:
        font = TTFont(part)
        font.flavor = None
        for tag in ["GSUB", "GPOS", "GDEF", "vhea", "vmtx"]:
            if tag in font:
                del font[tag]
        plain.append(target / (part.stem + ".tmp"))
        font.save(plain[-1])
    whole = target / "NotoEmoji.tmp"
    Merger().merge([str(part) for part in plain]).save(whole)
    made(whole, target / "NotoEmoji-Bold.ttf", [point for point in TTFont(whole).getBestCmap() if point > 0x7F])
    for part in [*plain, whole]:
        part.unlink()


main(*map(pathlib.Path, sys.argv[1:4]))
