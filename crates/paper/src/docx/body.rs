//! The parts that hold text: the document itself, and what stands at the head and the foot of every page.
use std::io;

use super::direction;
use super::package::{FOOTER, HEADER, NAMESPACES};
use super::parts::BULLETS;
use super::xml::{Xml, element, empty, part, text, value};
use crate::lines::{self, Line, Piece};
use crate::{Block, Document, Rule, Table, Text};

/// The width between the margins, in twentieths of a point: A4 less two margins of 2 cm.
const WIDTH: usize = 11_906 - 2 * 1_134;

/// The text itself.
pub(super) fn document(document: &Document) -> io::Result<Vec<u8>> {
    let page = Page { right_to_left: document.language.is_right_to_left() };
    part("w:document", &NAMESPACES, &|xml| {
        element(xml, "w:body", &[], &|xml| {
            page.flowing(xml, "Title", &document.title)?;
            page.flowing(xml, "Subtitle", &document.date_line)?;
            for section in &document.sections {
                page.flowing(xml, "Heading1", &section.heading)?;
                section.blocks.iter().try_for_each(|block| page.block(xml, block))?;
            }
            page.properties(xml)
        })
    })
}

/// What stands at the head of every page: the banner, the rule, the reservation of rights.
pub(super) fn header(document: &Document) -> io::Result<Vec<u8>> {
    let page = Page { right_to_left: document.language.is_right_to_left() };
    part("w:hdr", &NAMESPACES, &|xml| {
        let banner = document.banner.as_ref().map(strong).unwrap_or_default();
        page.paragraph(xml, "Header", &[banner])?;
        if let Some(rule) = &document.rule {
            page.paragraph(xml, "Header", &[ladder(rule)])?;
            page.paragraph(xml, "Header", &[lines::one_line(&rule.meaning)])?;
        }
        page.paragraph(xml, "Header", &[lines::one_line(&document.without_prejudice)])
    })
}

/// What stands at the foot of every page: the footer, and the page's number.
pub(super) fn footer(document: &Document) -> io::Result<Vec<u8>> {
    let page = Page { right_to_left: document.language.is_right_to_left() };
    part("w:ftr", &NAMESPACES, &|xml| {
        page.paragraph(xml, "Footer", &[lines::one_line(&document.footer)])?;
        element(xml, "w:p", &[], &|xml| {
            page.style(xml, "Footer", false)?;
            let words = &document.page_numbers;
            let [before, between, after] =
                [&words.before, &words.between, &words.after].map(|words| lines::plain(&words.as_str().into()));
            let spaced = [format!("{before} "), format!(" {between} "), format!(" {after}")];
            let [before, between, after] =
                spaced.map(|words| if words.trim().is_empty() { String::new() } else { words });
            let between = if between.is_empty() { "/".to_owned() } else { between };
            page.run(xml, &plain(before))?;
            page.field(xml, "PAGE")?;
            page.run(xml, &plain(between))?;
            page.field(xml, "NUMPAGES")?;
            page.run(xml, &plain(after))
        })
    })
}

fn plain(text: String) -> Piece {
    Piece { text, strong: false, isolate: false }
}

fn strong(text: &Text) -> Line {
    lines::one_line(text).into_iter().map(|piece| Piece { strong: true, ..piece }).collect()
}

/// The ladder of a rule on one line, a mark before each rung and emphasis on the one that applies.
fn ladder(rule: &Rule) -> Line {
    let mut line = lines::one_line(&rule.label);
    for (number, rung) in rule.ladder.iter().enumerate() {
        let applies = number == rule.applies;
        line.push(plain(if applies { "  ☒ " } else { "  ☐ " }.to_owned()));
        line.extend(if applies { strong(rung) } else { lines::one_line(rung) });
    }
    line
}

/// The page that is written on.
struct Page {
    right_to_left: bool,
}

impl Page {
    /// A paragraph with a text's lines, if there are any.
    fn flowing(&self, xml: &mut Xml, style: &str, text: &Text) -> io::Result<()> {
        let lines = lines::lines(text);
        if lines.is_empty() { Ok(()) } else { self.paragraph(xml, style, &lines) }
    }

    fn paragraph(&self, xml: &mut Xml, style: &str, lines: &[Line]) -> io::Result<()> {
        element(xml, "w:p", &[], &|xml| {
            self.style(xml, style, style == "ListBullet")?;
            for (number, line) in lines.iter().enumerate() {
                if number > 0 {
                    element(xml, "w:r", &[], &|xml| empty(xml, "w:br", &[]))?;
                }
                line.iter().try_for_each(|piece| self.run(xml, piece))?;
            }
            Ok(())
        })
    }

    fn style(&self, xml: &mut Xml, style: &str, bullet: bool) -> io::Result<()> {
        element(xml, "w:pPr", &[], &|xml| {
            value(xml, "w:pStyle", style)?;
            if bullet {
                element(xml, "w:numPr", &[], &|xml| {
                    value(xml, "w:ilvl", "0")?;
                    value(xml, "w:numId", BULLETS)
                })?;
            }
            if self.right_to_left { empty(xml, "w:bidi", &[]) } else { Ok(()) }
        })
    }

    /// A run, if it says anything.
    fn run(&self, xml: &mut Xml, piece: &Piece) -> io::Result<()> {
        if piece.text.is_empty() {
            return Ok(());
        }
        let right_to_left = direction::is_right_to_left(piece, self.right_to_left);
        element(xml, "w:r", &[], &|xml| {
            if piece.strong || right_to_left {
                element(xml, "w:rPr", &[], &|xml| {
                    if piece.strong {
                        empty(xml, "w:b", &[])?;
                        empty(xml, "w:bCs", &[])?;
                    }
                    if right_to_left { empty(xml, "w:rtl", &[]) } else { Ok(()) }
                })?;
            }
            // Where a piece runs as the page does, marks change nothing but LibreOffice's spaces: it misplaces them.
            let marked = !(right_to_left && self.right_to_left);
            text(xml, "w:t", &if marked { piece.marked() } else { piece.text.clone() })
        })
    }

    /// A number that the word processor fills in.
    fn field(&self, xml: &mut Xml, code: &str) -> io::Result<()> {
        element(xml, "w:fldSimple", &[("w:instr", code)], &|xml| self.run(xml, &plain("1".to_owned())))
    }

    fn block(&self, xml: &mut Xml, block: &Block) -> io::Result<()> {
        match block {
            Block::Paragraph(text) => self.flowing(xml, "Normal", text),
            Block::Bullets(items) => items.iter().try_for_each(|item| self.flowing(xml, "ListBullet", item)),
            Block::Table(table) => self.table(xml, table),
            Block::Quote { text, source } => {
                self.flowing(xml, "Quote", text)?;
                let mut source = lines::one_line(source);
                if source.is_empty() {
                    return Ok(());
                }
                source.insert(0, plain("— ".to_owned()));
                self.paragraph(xml, "Quote", &[source])
            }
        }
    }

    fn table(&self, xml: &mut Xml, Table { head, rows }: &Table) -> io::Result<()> {
        if head.is_empty() {
            return Ok(());
        }
        let width = (WIDTH / head.len()).to_string();
        element(xml, "w:tbl", &[], &|xml| {
            element(xml, "w:tblPr", &[], &|xml| {
                if self.right_to_left {
                    empty(xml, "w:bidiVisual", &[])?;
                }
                empty(xml, "w:tblW", &[("w:w", &WIDTH.to_string()), ("w:type", "dxa")])?;
                element(xml, "w:tblBorders", &[], &|xml| {
                    ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"].iter().try_for_each(|side| {
                        empty(xml, side, &[("w:val", "single"), ("w:sz", "4"), ("w:color", "4D585D")])
                    })
                })?;
                empty(xml, "w:tblLook", &[("w:val", "0020"), ("w:firstRow", "1")])
            })?;
            element(xml, "w:tblGrid", &[], &|xml| {
                head.iter().try_for_each(|_| empty(xml, "w:gridCol", &[("w:w", &width)]))
            })?;
            self.row(xml, head, &width, true)?;
            rows.iter().try_for_each(|row| self.row(xml, row, &width, false))
        })?;
        // A table may not be the last thing of a page's text, and two in a row would be one.
        self.paragraph(xml, "Normal", &[])
    }

    fn row(&self, xml: &mut Xml, cells: &[Text], width: &str, head: bool) -> io::Result<()> {
        element(xml, "w:tr", &[], &|xml| {
            if head {
                element(xml, "w:trPr", &[], &|xml| empty(xml, "w:tblHeader", &[]))?;
            }
            cells.iter().try_for_each(|cell| {
                element(xml, "w:tc", &[], &|xml| {
                    element(xml, "w:tcPr", &[], &|xml| empty(xml, "w:tcW", &[("w:w", width), ("w:type", "dxa")]))?;
                    let lines = if head { vec![strong(cell)] } else { lines::lines(cell) };
                    self.paragraph(xml, "TableText", &lines)
                })
            })
        })
    }

    /// Paper, margins, header and footer.
    fn properties(&self, xml: &mut Xml) -> io::Result<()> {
        element(xml, "w:sectPr", &[], &|xml| {
            empty(xml, "w:headerReference", &[("w:type", "default"), ("r:id", HEADER)])?;
            empty(xml, "w:footerReference", &[("w:type", "default"), ("r:id", FOOTER)])?;
            empty(xml, "w:pgSz", &[("w:w", "11906"), ("w:h", "16838")])?;
            let margins = [("w:top", "1134"), ("w:right", "1134"), ("w:bottom", "1134"), ("w:left", "1134")];
            empty(
                xml,
                "w:pgMar",
                &[&margins[..], &[("w:header", "567"), ("w:footer", "567"), ("w:gutter", "0")]].concat(),
            )?;
            if self.right_to_left { empty(xml, "w:bidi", &[]) } else { Ok(()) }
        })
    }
}
