//! The files that make up a DOCX, and how they point at one another.
use std::io;

use super::xml::{element, empty, part};
use super::{body, parts};
use crate::{Document, lines};

const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The names that the parts of the text share.
pub(super) const NAMESPACES: [(&str, &str); 2] =
    [("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"), ("xmlns:r", OFFICE)];

/// The parts under `word/`: name, what it is in the list of types and of relations.
const PARTS: [(&str, &str, &str); 6] = [
    ("document", "document.main", "officeDocument"),
    ("styles", "styles", "styles"),
    ("numbering", "numbering", "numbering"),
    ("settings", "settings", "settings"),
    ("header", "header", "header"),
    ("footer", "footer", "footer"),
];

/// The id under which the document knows its header.
pub(super) const HEADER: &str = "header";
/// The id under which the document knows its footer.
pub(super) const FOOTER: &str = "footer";

/// Every file of the package, in its order.
pub(super) fn parts(document: &Document) -> io::Result<Vec<(&'static str, Vec<u8>)>> {
    Ok(vec![
        ("[Content_Types].xml", types()?),
        ("_rels/.rels", relations_of_package()?),
        ("docProps/core.xml", properties(document)?),
        ("word/document.xml", body::document(document)?),
        ("word/_rels/document.xml.rels", relations_of_document()?),
        ("word/styles.xml", parts::styles(document)?),
        ("word/numbering.xml", parts::numbering()?),
        ("word/settings.xml", parts::settings()?),
        ("word/header.xml", body::header(document)?),
        ("word/footer.xml", body::footer(document)?),
    ])
}

fn types() -> io::Result<Vec<u8>> {
    part("Types", &[("xmlns", &format!("{PACKAGE}/content-types"))], &|xml| {
        let relations = "application/vnd.openxmlformats-package.relationships+xml";
        empty(xml, "Default", &[("Extension", "rels"), ("ContentType", relations)])?;
        let core = "application/vnd.openxmlformats-package.core-properties+xml";
        empty(xml, "Override", &[("PartName", "/docProps/core.xml"), ("ContentType", core)])?;
        for (name, kind, _) in PARTS {
            let (name, kind) = (format!("/word/{name}.xml"), format!("{WORD}.{kind}+xml"));
            empty(xml, "Override", &[("PartName", &name), ("ContentType", &kind)])?;
        }
        Ok(())
    })
}

fn relations_of_package() -> io::Result<Vec<u8>> {
    part("Relationships", &[("xmlns", &format!("{PACKAGE}/relationships"))], &|xml| {
        let kind = format!("{OFFICE}/officeDocument");
        empty(xml, "Relationship", &[("Id", "document"), ("Type", &kind), ("Target", "word/document.xml")])?;
        let kind = format!("{PACKAGE}/relationships/metadata/core-properties");
        empty(xml, "Relationship", &[("Id", "core"), ("Type", &kind), ("Target", "docProps/core.xml")])
    })
}

fn relations_of_document() -> io::Result<Vec<u8>> {
    part("Relationships", &[("xmlns", &format!("{PACKAGE}/relationships"))], &|xml| {
        for (name, _, kind) in PARTS.into_iter().filter(|(name, ..)| *name != "document") {
            let (kind, target) = (format!("{OFFICE}/{kind}"), format!("{name}.xml"));
            empty(xml, "Relationship", &[("Id", name), ("Type", &kind), ("Target", &target)])?;
        }
        Ok(())
    })
}

/// Title and language, and nothing of who, when and with what.
fn properties(document: &Document) -> io::Result<Vec<u8>> {
    let core = format!("{PACKAGE}/metadata/core-properties");
    let names = [("xmlns:cp", core.as_str()), ("xmlns:dc", "http://purl.org/dc/elements/1.1/")];
    part("cp:coreProperties", &names, &|xml| {
        element(xml, "dc:title", &[], &|xml| plain(xml, &lines::plain(&document.title)))?;
        element(xml, "dc:language", &[], &|xml| plain(xml, &document.language.tag()))
    })
}

fn plain(xml: &mut super::xml::Xml, words: &str) -> io::Result<()> {
    xml.write_event(quick_xml::events::Event::Text(quick_xml::events::BytesText::new(words)))
}
