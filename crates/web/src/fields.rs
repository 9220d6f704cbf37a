//! The fields of a form, as they arrive: names with texts, several of one name where several were ticked, and files. Only
//! what carries the token of our own page gets this far.
use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Form;
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header;
use zeroize::Zeroizing;

use crate::app::App;
use crate::error::{Error, Result};
use crate::guard::Turned;
use crate::server::refuse;

/// The field that carries the token.
pub(crate) const TOKEN: &str = "token";
/// Fields of one form.
const MOST_FIELDS: usize = 5_000;

/// A file that was chosen.
pub(crate) struct Chosen {
    /// Its name, as the browser gives it.
    pub(crate) name: String,
    /// What is in it.
    pub(crate) bytes: Zeroizing<Vec<u8>>,
}

/// The fields of a form.
#[derive(Default)]
pub(crate) struct Fields {
    texts: Vec<(String, Zeroizing<String>)>,
    files: BTreeMap<String, Chosen>,
}

impl Fields {
    /// A text that must be there and not be empty.
    ///
    /// # Errors
    /// [`Error::Form`], naming the field.
    pub(crate) fn need(&self, name: &str) -> Result<&str> {
        self.text(name).ok_or_else(|| Error::Form(format!("the field “{name}” is empty")))
    }

    /// A text, if it was filled in; without spaces at its ends.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        let found = self.texts.iter().find(|(known, _)| known == name).map(|(_, text)| text.trim());
        found.filter(|text| !text.is_empty())
    }

    /// A text exactly as it was typed: passphrases.
    pub(crate) fn verbatim(&self, name: &str) -> Option<&str> {
        self.texts.iter().find(|(known, _)| known == name).map(|(_, text)| text.as_str())
    }

    /// All texts of a name, in order.
    pub(crate) fn all<'f>(&'f self, name: &'f str) -> impl Iterator<Item = &'f str> {
        let named = self.texts.iter().filter(move |(known, _)| known == name);
        named.map(|(_, text)| text.trim()).filter(|text| !text.is_empty())
    }

    /// All fields, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.texts.iter().filter(|(name, _)| name != TOKEN).map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// Whether a box was ticked or a button pressed.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.texts.iter().any(|(known, _)| known == name)
    }

    /// A file, if one was chosen.
    pub(crate) fn file(&self, name: &str) -> Option<&Chosen> {
        self.files.get(name).filter(|file| !file.bytes.is_empty())
    }

    /// Fields of these names and texts.
    pub(crate) fn of(texts: &[(&str, &str)]) -> Self {
        let own = |(name, text): &(&str, &str)| ((*name).to_owned(), Zeroizing::new((*text).to_owned()));
        Self { texts: texts.iter().map(own).collect(), files: BTreeMap::new() }
    }

    /// These fields with those of another form.
    #[must_use]
    pub(crate) fn and(mut self, other: Self) -> Self {
        self.texts.extend(other.texts);
        self.files.extend(other.files);
        self
    }

    /// Everything as a draft.
    pub(crate) fn to_draft(&self) -> Result<Zeroizing<String>> {
        let pairs: Vec<(&str, &str)> = self.iter().collect();
        serde_json::to_string(&pairs).map(Zeroizing::new).map_err(|error| Error::Trouble(error.to_string()))
    }

    /// The fields of a draft.
    pub(crate) fn of_draft(draft: &str) -> Self {
        let texts: Vec<(String, String)> = serde_json::from_str(draft).unwrap_or_default();
        Self {
            texts: texts.into_iter().map(|(name, text)| (name, Zeroizing::new(text))).collect(),
            files: BTreeMap::new(),
        }
    }
}

impl FromRequest<Arc<App>> for Fields {
    type Rejection = axum::response::Response;

    async fn from_request(request: Request, app: &Arc<App>) -> std::result::Result<Self, Self::Rejection> {
        let unreadable = |_| refuse(&Error::Form("the form could not be read, or is too large".to_owned()));
        let carried = request.headers().get("x-backchannel").and_then(|value| value.to_str().ok()).map(str::to_owned);
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        let mut fields = Self::default();
        if kind.starts_with("multipart/form-data") {
            let mut parts =
                Multipart::from_request(request, app).await.map_err(|error| unreadable(error.to_string()))?;
            while let Some(part) = parts.next_field().await.map_err(|error| unreadable(error.to_string()))? {
                let name = part.name().unwrap_or_default().to_owned();
                match part.file_name().map(str::to_owned) {
                    Some(file) => {
                        let bytes = part.bytes().await.map_err(|error| unreadable(error.to_string()))?;
                        let bytes = Zeroizing::new(bytes.to_vec());
                        fields.files.insert(name, Chosen { name: file, bytes });
                    }
                    None => {
                        let text = part.text().await.map_err(|error| unreadable(error.to_string()))?;
                        fields.texts.push((name, Zeroizing::new(text)));
                    }
                }
                if fields.texts.len() + fields.files.len() > MOST_FIELDS {
                    return Err(unreadable("too many fields".to_owned()));
                }
            }
        } else {
            let Form(pairs) = Form::<Vec<(String, String)>>::from_request(request, app)
                .await
                .map_err(|error| unreadable(error.to_string()))?;
            if pairs.len() > MOST_FIELDS {
                return Err(unreadable("too many fields".to_owned()));
            }
            fields.texts = pairs.into_iter().map(|(name, text)| (name, Zeroizing::new(text))).collect();
        }
        let given = carried.as_deref().or_else(|| fields.verbatim(TOKEN));
        match app.door.check_token(given) {
            Ok(()) => Ok(fields),
            Err(_) => Err(crate::server::turn_away(Turned::Token)),
        }
    }
}
