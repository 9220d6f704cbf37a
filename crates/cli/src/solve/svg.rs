//! Drawing with few words: shapes, texts, colours of the house; everything written is escaped.

/// Background.
pub(super) const PAPER: &str = "#fbfbf9";
/// Text and strong lines.
pub(super) const INK: &str = "#1c2326";
/// Axes and secondary text.
pub(super) const MUTED: &str = "#4d585d";
/// The frontier.
pub(super) const ACCENT: &str = "#1f4e79";
/// Red lines.
pub(super) const STOP: &str = "#9b2226";
/// One colour per group of concepts; the number on the mark says the same.
pub(super) const MARKS: [&str; 5] = ["#1b6e4b", "#8a5200", "#1f4e79", "#6b3fa0", "#9b2226"];

/// A drawing under construction.
pub(super) struct Drawing {
    width: f64,
    height: f64,
    body: String,
}

/// Where a text begins.
#[derive(Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl Drawing {
    pub(super) fn new(width: f64, height: f64) -> Self {
        Drawing { width, height, body: String::new() }
    }

    /// The finished file, with a title and a description for those who do not see it.
    pub(super) fn finish(self, title: &str, description: &str) -> String {
        let (w, h) = (number(self.width), number(self.height));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" \
             role=\"img\" aria-labelledby=\"title desc\" font-family=\"system-ui, sans-serif\" font-size=\"14\">\n\
             <title id=\"title\">{}</title>\n<desc id=\"desc\">{}</desc>\n\
             <rect width=\"{w}\" height=\"{h}\" fill=\"{PAPER}\"/>\n{}</svg>\n",
            escape(title),
            escape(description),
            self.body
        )
    }

    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), colour: &str, width: f64, dash: &str) {
        self.body.push_str(&format!(
            "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{colour}\" stroke-width=\"{}\"{}/>\n",
            number(from.0),
            number(from.1),
            number(to.0),
            number(to.1),
            number(width),
            dashes(dash)
        ));
    }

    pub(super) fn path(&mut self, points: &[(f64, f64)], colour: &str, width: f64, opacity: f64) {
        let all: Vec<String> = points.iter().map(|(x, y)| format!("{},{}", number(*x), number(*y))).collect();
        self.body.push_str(&format!(
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{}\" stroke-opacity=\"{}\"/>\n",
            all.join(" "),
            number(width),
            number(opacity)
        ));
    }

    pub(super) fn dot(&mut self, at: (f64, f64), radius: f64, colour: &str) {
        self.body.push_str(&format!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{colour}\"/>\n",
            number(at.0),
            number(at.1),
            number(radius)
        ));
    }

    /// A numbered mark: white figure on a coloured disc with a paper rim.
    pub(super) fn badge(&mut self, at: (f64, f64), figure: usize, colour: &str) {
        self.dot(at, 11.0, PAPER);
        self.dot(at, 9.5, colour);
        self.body.push_str(&format!(
            "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\" font-size=\"12\" font-weight=\"600\" fill=\"#ffffff\">{figure}</text>\n",
            number(at.0),
            number(at.1 + 4.2)
        ));
    }

    pub(super) fn text(&mut self, at: (f64, f64), anchor: Anchor, style: &str, text: &str) {
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        self.body.push_str(&format!(
            "<text x=\"{}\" y=\"{}\" text-anchor=\"{anchor}\" {style}>{}</text>\n",
            number(at.0),
            number(at.1),
            escape(text)
        ));
    }

    /// A text reading upwards, centred on its place.
    pub(super) fn upward(&mut self, at: (f64, f64), style: &str, text: &str) {
        let (x, y) = (number(at.0), number(at.1));
        self.body.push_str(&format!(
            "<text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\" transform=\"rotate(-90 {x} {y})\" {style}>{}</text>\n",
            escape(text)
        ));
    }
}

fn dashes(dash: &str) -> String {
    if dash.is_empty() { String::new() } else { format!(" stroke-dasharray=\"{dash}\"") }
}

fn number(x: f64) -> String {
    let text = format!("{x:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Text as XML holds it; characters XML cannot hold are left out.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() && c != '\n' && c != '\t' => {}
            c => out.push(c),
        }
    }
    out
}

/// At most so many characters; what is left out is left out of the middle, since names differ at their ends.
pub(super) fn cut(text: &str, most: usize) -> String {
    let count = text.chars().count();
    if count <= most {
        return text.to_owned();
    }
    let tail = most / 2;
    let head = most.saturating_sub(tail + 1);
    let begin: String = text.chars().take(head).collect();
    let end: String = text.chars().skip(count - tail).collect();
    format!("{begin}…{end}")
}

/// Lines of at most so many characters, broken between parts; at most `lines` of them.
pub(super) fn wrap(parts: &[String], most: usize, lines: usize) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let comma = if at + 1 < parts.len() { "," } else { "" };
        let part = format!("{}{comma}", cut(part, most.saturating_sub(1)));
        match out.last_mut() {
            Some(line) if line.chars().count() + 1 + part.chars().count() <= most => {
                line.push(' ');
                line.push_str(&part);
            }
            _ => out.push(part),
        }
    }
    if out.len() > lines {
        out.truncate(lines);
        if let Some(last) = out.last_mut() {
            last.push_str(" …");
        }
    }
    out
}
