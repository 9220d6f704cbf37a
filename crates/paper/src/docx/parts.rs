//! The parts that hold no text: styles, the mark of lists, settings.
use std::io;

use super::package::NAMESPACES;
use super::xml::{Xml, element, empty, part, value};
use crate::Document;

/// A style of paragraphs.
struct Style {
    id: &'static str,
    /// The name by which word processors know their own styles of headings.
    name: &'static str,
    /// Half points.
    size: &'static str,
    bold: bool,
    /// Twentieths of a point before and after.
    space: (&'static str, &'static str),
    /// Twentieths of a point at the side where lines begin.
    indent: Option<&'static str>,
    /// The level of a heading, counted from 0.
    level: Option<&'static str>,
}

const PLAIN: Style =
    Style { id: "Normal", name: "Normal", size: "21", bold: false, space: ("0", "120"), indent: None, level: None };

const STYLES: [Style; 9] = [
    PLAIN,
    Style { id: "Title", name: "Title", size: "34", bold: true, space: ("120", "60"), ..PLAIN },
    Style { id: "Subtitle", name: "Subtitle", space: ("0", "240"), ..PLAIN },
    Style {
        id: "Heading1",
        name: "heading 1",
        size: "26",
        bold: true,
        space: ("240", "100"),
        level: Some("0"),
        ..PLAIN
    },
    Style { id: "ListBullet", name: "List Bullet", space: ("0", "60"), ..PLAIN },
    Style { id: "Quote", name: "Quote", indent: Some("567"), ..PLAIN },
    Style { id: "TableText", name: "Table Text", size: "19", space: ("40", "40"), ..PLAIN },
    Style { id: "Header", name: "header", size: "17", space: ("0", "40"), ..PLAIN },
    Style { id: "Footer", name: "footer", size: "17", space: ("0", "40"), ..PLAIN },
];

/// Every style, with fonts that word processors have or replace, and the document's language.
pub(super) fn styles(document: &Document) -> io::Result<Vec<u8>> {
    part("w:styles", &NAMESPACES, &|xml| {
        element(xml, "w:docDefaults", &[], &|xml| {
            element(xml, "w:rPrDefault", &[], &|xml| element(xml, "w:rPr", &[], &|xml| defaults(xml, document)))
        })?;
        STYLES.iter().try_for_each(|style| written(xml, style, document.language.is_right_to_left()))
    })
}

fn defaults(xml: &mut Xml, document: &Document) -> io::Result<()> {
    empty(xml, "w:rFonts", &[("w:ascii", "Arial"), ("w:hAnsi", "Arial"), ("w:eastAsia", "Arial"), ("w:cs", "Arial")])?;
    value(xml, "w:sz", PLAIN.size)?;
    value(xml, "w:szCs", PLAIN.size)?;
    let tag = document.language.tag();
    // A language of right-to-left letters is named in a place of its own.
    match document.language.is_right_to_left() {
        true => empty(xml, "w:lang", &[("w:val", "en"), ("w:bidi", &tag)]),
        false => empty(xml, "w:lang", &[("w:val", &tag)]),
    }
}

fn written(xml: &mut Xml, style: &Style, right_to_left: bool) -> io::Result<()> {
    let mut attributes = vec![("w:type", "paragraph"), ("w:styleId", style.id)];
    if style.id == PLAIN.id {
        attributes.insert(1, ("w:default", "1"));
    }
    element(xml, "w:style", &attributes, &|xml| {
        value(xml, "w:name", style.name)?;
        if style.id != PLAIN.id {
            value(xml, "w:basedOn", PLAIN.id)?;
        }
        empty(xml, "w:qFormat", &[])?;
        element(xml, "w:pPr", &[], &|xml| {
            if style.level.is_some() {
                empty(xml, "w:keepNext", &[])?;
            }
            if right_to_left {
                empty(xml, "w:bidi", &[])?;
            }
            empty(xml, "w:spacing", &[("w:before", style.space.0), ("w:after", style.space.1)])?;
            if let Some(indent) = style.indent {
                empty(xml, "w:ind", &[("w:left", indent)])?;
            }
            style.level.map_or(Ok(()), |level| value(xml, "w:outlineLvl", level))
        })?;
        element(xml, "w:rPr", &[], &|xml| {
            if style.bold {
                empty(xml, "w:b", &[])?;
                empty(xml, "w:bCs", &[])?;
            }
            value(xml, "w:sz", style.size)?;
            value(xml, "w:szCs", style.size)
        })
    })
}

/// The number under which paragraphs of a list find their mark.
pub(super) const BULLETS: &str = "1";

/// One kind of list, with a bullet.
pub(super) fn numbering() -> io::Result<Vec<u8>> {
    part("w:numbering", &NAMESPACES, &|xml| {
        element(xml, "w:abstractNum", &[("w:abstractNumId", "0")], &|xml| {
            value(xml, "w:multiLevelType", "singleLevel")?;
            element(xml, "w:lvl", &[("w:ilvl", "0")], &|xml| {
                value(xml, "w:start", "1")?;
                value(xml, "w:numFmt", "bullet")?;
                value(xml, "w:lvlText", "•")?;
                value(xml, "w:lvlJc", "left")?;
                element(xml, "w:pPr", &[], &|xml| empty(xml, "w:ind", &[("w:left", "425"), ("w:hanging", "283")]))
            })
        })?;
        element(xml, "w:num", &[("w:numId", BULLETS)], &|xml| value(xml, "w:abstractNumId", "0"))
    })
}

/// Nothing personal is to be added when somebody saves the file; layout as word processors of today do it.
pub(super) fn settings() -> io::Result<Vec<u8>> {
    part("w:settings", &NAMESPACES, &|xml| {
        empty(xml, "w:removePersonalInformation", &[])?;
        empty(xml, "w:removeDateAndTime", &[])?;
        element(xml, "w:compat", &[], &|xml| {
            let uri = "http://schemas.microsoft.com/office/word";
            let mode = [("w:name", "compatibilityMode"), ("w:uri", uri), ("w:val", "15")];
            empty(xml, "w:compatSetting", &mode)
        })
    })
}
