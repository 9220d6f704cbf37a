//! A request that is in order, and what is made worse of it.
use crate::kit::{Answer, Desk, encoded, raw};

/// A request, part by part.
#[derive(Clone)]
pub(crate) struct Ask {
    pub(crate) method: String,
    pub(crate) target: String,
    pub(crate) version: &'static str,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Ask {
    /// A page, asked for by a page of ours.
    pub(crate) fn get(desk: &Desk, path: &str) -> Self {
        let headers = [
            ("Host", format!("127.0.0.1:{}", desk.port)),
            ("Cookie", desk.cookie.clone()),
            ("Sec-Fetch-Site", "same-origin".to_owned()),
        ];
        Self {
            method: "GET".to_owned(),
            target: format!("{}{path}", desk.base),
            version: "1.1",
            headers: headers.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
            body: String::new(),
        }
    }

    /// A form of ours.
    pub(crate) fn post(desk: &Desk, path: &str, fields: &[(&str, &str)]) -> Self {
        let mut body = format!("token={}", desk.token);
        for (name, value) in fields {
            body.push_str(&format!("&{name}={}", encoded(value)));
        }
        let ask = Self::get(desk, path).with("Origin", &format!("http://127.0.0.1:{}", desk.port));
        let ask = ask.with("Content-Type", "application/x-www-form-urlencoded");
        Self { method: "POST".to_owned(), body, ..ask }
    }

    /// The WebSocket of a page of the dialogue.
    pub(crate) fn live(desk: &Desk) -> Self {
        let ask = Self::get(desk, &format!("{}/live", desk.talk));
        let ask = ask.with("Origin", &format!("http://127.0.0.1:{}", desk.port)).with("Connection", "Upgrade");
        let ask = ask.with("Upgrade", "websocket").with("Sec-WebSocket-Version", "13");
        ask.with("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
    }

    /// With a header of this value alone.
    pub(crate) fn with(self, name: &str, value: &str) -> Self {
        self.without(name).also(name, value)
    }

    /// With one header more.
    pub(crate) fn also(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Without a header.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(known, _)| known != name);
        self
    }

    pub(crate) fn method(mut self, method: &str) -> Self {
        method.clone_into(&mut self.method);
        self
    }

    pub(crate) fn target(mut self, target: &str) -> Self {
        target.clone_into(&mut self.target);
        self
    }

    pub(crate) fn body(mut self, body: &str) -> Self {
        body.clone_into(&mut self.body);
        self
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut text = format!("{} {} HTTP/{}\r\n", self.method, self.target, self.version);
        for (name, value) in &self.headers {
            text.push_str(&format!("{name}: {value}\r\n"));
        }
        if !self.headers.iter().any(|(name, _)| name == "Connection") {
            text.push_str("Connection: close\r\n");
        }
        if self.method != "GET" && self.method != "HEAD" {
            text.push_str(&format!("Content-Length: {}\r\n", self.body.len()));
        }
        format!("{text}\r\n{}", self.body).into_bytes()
    }

    pub(crate) async fn send(&self, port: u16) -> Answer {
        raw(port, &self.bytes()).await
    }
}
