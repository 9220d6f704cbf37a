//! XML into a small tree with line numbers; document types are refused, so no entity expands.
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use crate::error::{Error, Result};

use super::exact;
use super::file::Text;
use super::limits;

/// One element: its name, attributes and child elements. Text between elements is dropped.
#[derive(Debug)]
pub(super) struct Element {
    pub(super) name: String,
    /// Line in the file, from 1.
    pub(super) line: usize,
    attributes: Vec<(String, String)>,
    pub(super) children: Vec<Element>,
}

impl Element {
    /// The value of an attribute.
    pub(super) fn attribute(&self, key: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(name, _)| name == key);
        found.map(|(_, value)| value.as_str())
    }

    /// Child elements of that name.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// Whether this element or one below it has that name.
    pub(super) fn holds(&self, name: &str) -> bool {
        self.name == name || self.children.iter().any(|child| child.holds(name))
    }

    /// `line 12, <issue name="Price">`: where this element stands.
    pub(super) fn place(&self) -> String {
        let told = ["name", "index", "value"].into_iter().find_map(|key| Some((key, self.attribute(key)?)));
        match told {
            Some((key, value)) => format!("line {}, <{} {key}=\"{}\">", self.line, self.name, exact::short(value)),
            None => format!("line {}, <{}>", self.line, self.name),
        }
    }
}

/// Parses a document into its root element.
///
/// # Errors
/// Not well-formed, a document type, more than one root, or over the limits on
/// depth and number of elements.
pub(super) fn parse(origin: &str, text: &Text) -> Result<Element> {
    Builder { origin, body: &text.body, seen: 0, line: text.lines_before + 1, count: 0, open: Vec::new(), root: None }
        .run()
}

struct Builder<'a> {
    origin: &'a str,
    body: &'a str,
    /// Bytes already counted into `line`.
    seen: usize,
    line: usize,
    count: usize,
    open: Vec<Element>,
    root: Option<Element>,
}

impl Builder<'_> {
    fn run(mut self) -> Result<Element> {
        let mut reader = Reader::from_str(self.body);
        loop {
            let begins = reader.buffer_position();
            self.advance(begins);
            let event = reader.read_event().map_err(|e| self.wrong(format!("{e}; well-formed XML was expected")))?;
            match event {
                Event::Start(start) => {
                    let element = self.element(&start)?;
                    self.open.push(element);
                    if self.open.len() > limits::XML_DEPTH {
                        return Err(self.wrong(format!("elements nest deeper than {}", limits::XML_DEPTH)));
                    }
                }
                Event::Empty(start) => {
                    let element = self.element(&start)?;
                    self.close(element)?;
                }
                Event::End(_) => {
                    if let Some(element) = self.open.pop() {
                        self.close(element)?;
                    }
                }
                Event::DocType(_) => {
                    return Err(
                        self.wrong("a document type is declared (<!DOCTYPE …>); remove it: no entity is ever expanded")
                    );
                }
                Event::Eof => break,
                _ => {}
            }
        }
        self.finish()
    }

    fn advance(&mut self, position: u64) {
        let position = usize::try_from(position).unwrap_or(usize::MAX);
        if let Some(passed) = self.body.as_bytes().get(self.seen..position) {
            self.line += passed.iter().filter(|&&b| b == b'\n').count();
            self.seen = position;
        }
    }

    fn element(&mut self, start: &BytesStart<'_>) -> Result<Element> {
        self.count += 1;
        if self.count > limits::XML_ELEMENTS {
            return Err(self.wrong(format!("more than {} elements", limits::XML_ELEMENTS)));
        }
        let mut attributes = Vec::new();
        for attribute in start.attributes() {
            if attributes.len() >= limits::XML_ATTRIBUTES {
                return Err(self.wrong(format!("an element with more than {} attributes", limits::XML_ATTRIBUTES)));
            }
            let attribute = attribute.map_err(|e| self.wrong(e.to_string()))?;
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|e| self.wrong(e.to_string()))?;
            let key = text(attribute.key.as_ref());
            attributes.push((key, value.into_owned()));
        }
        Ok(Element { name: text(start.name().as_ref()), line: self.line, attributes, children: Vec::new() })
    }

    fn close(&mut self, element: Element) -> Result<()> {
        match self.open.last_mut() {
            Some(parent) => parent.children.push(element),
            None if self.root.is_some() => {
                return Err(self.wrong(format!("a second root element <{}>; one was expected", element.name)));
            }
            None => self.root = Some(element),
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Element> {
        if let Some(element) = self.open.last() {
            let problem =
                format!("<{}> of line {} is never closed; is the file cut short?", element.name, element.line);
            return Err(self.wrong(problem));
        }
        match self.root.take() {
            Some(root) => Ok(root),
            None => Err(self.wrong("no element at all; XML was expected")),
        }
    }

    fn wrong(&self, problem: impl Into<String>) -> Error {
        Error::document(self.origin, format!("line {}", self.line), problem)
    }
}

fn text(name: impl AsRef<[u8]>) -> String {
    String::from_utf8_lossy(name.as_ref()).into_owned()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
mod tests {
    use super::*;
    use crate::formats::file;

    fn parse_text(body: &str) -> Result<Element> {
        parse("x.xml", &file::decode("x.xml", body.as_bytes()).unwrap())
    }

    #[test]
    fn elements_know_their_lines_and_attributes() {
        let root = parse_text("\n<a>\n  <b k=\"1 &amp; 2\"/>\n\n<b k='x'>t</b></a>\n").unwrap();
        let bs: Vec<_> = root.all("b").collect();
        assert_eq!(bs.len(), 2);
        assert_eq!((bs[0].line, bs[0].attribute("k")), (3, Some("1 & 2")));
        assert_eq!(bs[1].line, 5);
    }

    #[test]
    fn malformed_and_hostile_documents_are_refused_with_their_line() {
        let deep = "<a>".repeat(100);
        for (body, said) in [
            ("<a>\n<b>\n</a>", "line 3"),
            ("<a>\n<b>", "never closed"),
            ("", "no element"),
            ("<a/><b/>", "second root"),
            ("<a x=\"1\" x=\"2\"/>", "line 1"),
            ("<a x=\"&nope;\"/>", "nope"),
            ("<!DOCTYPE a [<!ENTITY e \"e\">]><a/>", "document type"),
            (deep.as_str(), "deeper"),
        ] {
            let error = parse_text(body).unwrap_err().to_string();
            assert!(error.contains(said), "{body}: {error}");
        }
    }
}
