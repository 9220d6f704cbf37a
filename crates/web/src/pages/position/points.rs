//! Points: what the words come to, and how the owner may change it.
use askama::Template;
use axum::response::Response;

use super::current::{self, Standing};
use super::form::on_to;
use crate::context::{InTalk, show};
use crate::error::{Error, Result};
use crate::fields::Fields;
use crate::page::Page;
use crate::pages::agenda::words::{choice_title, issue_title};

#[derive(Template)]
#[template(path = "position-points.html")]
struct View {
    p: Page,
    version: u32,
    sealed: bool,
    /// Empty where something is still unsaid.
    issues: Vec<IssuePoints>,
}

struct IssuePoints {
    at: usize,
    title: String,
    share: u32,
    own: bool,
    /// Number, title, points, and whether one could live with it.
    options: Vec<(u32, String, u32, bool)>,
}

pub(super) async fn show_points(talk: InTalk) -> Result<Response> {
    let (p, (version, sealed, issues)) = talk
        .look("position-points-title", |me, state, overview| {
            let Standing::Mine(current) = current::look(me, state, overview.me)? else {
                return Err(Error::Missing);
            };
            let mut issues = Vec::new();
            if let Some(words) = current.words() {
                let rows = current.agenda.issues().iter().zip(words.stances()).zip(&words.points().by_choice);
                for ((at, ((issue, stance), points)), share) in rows.enumerate().zip(&words.points().shares) {
                    let option = |number: u32| {
                        let at = usize::try_from(number).ok()?;
                        let can = stance.word(number) != Some(negotiation::position::Word::CouldNot);
                        let title = choice_title(issue.choices.get(at)?).to_owned();
                        Some((number, title, points.get(at).copied()?, can))
                    };
                    issues.push(IssuePoints {
                        at,
                        title: issue_title(issue).to_owned(),
                        share: *share,
                        own: stance.own_points.is_some(),
                        options: issue.on_the_table().into_iter().filter_map(option).collect(),
                    });
                }
            }
            Ok((current.version, current.sealed, issues))
        })
        .await?;
    show(&View { p, version, sealed, issues })
}

pub(super) async fn save(talk: InTalk, fields: Fields) -> Result<Response> {
    let version = current::version(&fields)?;
    talk.with(move |me| {
        let (state, overview) = (me.state()?, me.overview()?);
        let Standing::Mine(current) = current::look(me, &state, overview.me)? else {
            return Err(Error::Missing);
        };
        if current.version != version {
            return Err(Error::Form("the agenda has a newer version; look at your words for it first".to_owned()));
        }
        let is_points = |name: &str| name.starts_with("own") || name.starts_with('p');
        let mut all: Vec<(String, String)> = current.sheet.fields(&current.agenda);
        all.retain(|(name, _)| !is_points(name));
        all.extend(fields.iter().filter(|(name, _)| is_points(name)).map(|(n, v)| (n.to_owned(), v.to_owned())));
        let typed = serde_json::to_string(&all).map_err(|error| Error::Trouble(error.to_string()))?;
        current::save(me, version, &Fields::of_draft(&typed))?;
        Ok(())
    })
    .await?;
    Ok(on_to(&talk, "/position/review?done=done-position-kept"))
}
