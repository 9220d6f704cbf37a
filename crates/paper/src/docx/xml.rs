//! Writing XML: elements with attributes, escaped.
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

/// A part being written.
pub(super) type Xml = Writer<Vec<u8>>;

/// What writes the inside of an element.
pub(super) type Inside<'a> = &'a dyn Fn(&mut Xml) -> io::Result<()>;

/// A whole part: its root with attributes, and what stands in it.
pub(super) fn part(root: &str, attributes: &[(&str, &str)], inside: Inside<'_>) -> io::Result<Vec<u8>> {
    let mut xml = Writer::new(Vec::new());
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
    element(&mut xml, root, attributes, inside)?;
    Ok(xml.into_inner())
}

/// An element with something in it.
pub(super) fn element(xml: &mut Xml, name: &str, attributes: &[(&str, &str)], inside: Inside<'_>) -> io::Result<()> {
    xml.create_element(name).with_attributes(attributes.iter().copied()).write_inner_content(inside)?;
    Ok(())
}

/// An element without anything in it.
pub(super) fn empty(xml: &mut Xml, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
    xml.create_element(name).with_attributes(attributes.iter().copied()).write_empty()?;
    Ok(())
}

/// The usual kind of element: nothing but a value.
pub(super) fn value(xml: &mut Xml, name: &str, value: &str) -> io::Result<()> {
    empty(xml, name, &[("w:val", value)])
}

/// An element with text, whose spaces count.
pub(super) fn text(xml: &mut Xml, name: &str, text: &str) -> io::Result<()> {
    let element = xml.create_element(name).with_attribute(("xml:space", "preserve"));
    element.write_text_content(BytesText::new(text))?;
    Ok(())
}
