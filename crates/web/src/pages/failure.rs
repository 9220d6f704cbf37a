//! The page of an error: what happened, what it means, what to do.
use askama::Template;

use crate::context::Context;
use crate::error::Result;
use crate::lang::{Lang, say};
use crate::page::Page;

#[derive(Template)]
#[template(path = "failure.html")]
struct View<'v> {
    p: Page,
    what: String,
    means: String,
    next: String,
    details: &'v str,
}

#[derive(Template)]
#[template(path = "turned.html")]
struct Turned<'v> {
    lang: Lang,
    title: String,
    what: String,
    means: String,
    next: String,
    details: &'v str,
}

/// The same for whoever was not let in: no frame, no address, no token.
pub(crate) fn turned(lang: Lang, family: &str, details: &str) -> Result<String> {
    let part = |part: &str| say(lang, &format!("common-failure-{family}-{part}"), &[]);
    let title = say(lang, "common-failure-title", &[]);
    Ok(Turned { lang, title, what: part("what"), means: part("means"), next: part("next"), details }.render()?)
}

/// The page. `family` is the end of the names of its texts; `details` are the program's own words.
pub(crate) fn page(context: &Context, family: &str, details: &str) -> Result<String> {
    let p = context.page("common-failure-title");
    let say = |part: &str| p.say(&format!("common-failure-{family}-{part}"));
    let (what, means, next) = (say("what"), say("means"), say("next"));
    Ok(View { p, what, means, next, details }.render()?)
}
