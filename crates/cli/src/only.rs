//! How `--only ISSUE=OPTION` is read, by every command that has it.

/// Splits at the first equals sign; clap tells a failure as wrong usage.
pub(crate) fn parse(text: &str) -> Result<(String, String), String> {
    let (issue, choice) = text.split_once('=').ok_or("ISSUE=OPTION was expected")?;
    Ok((issue.to_owned(), choice.to_owned()))
}
