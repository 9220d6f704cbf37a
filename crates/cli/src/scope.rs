//! What a question is about and whose word counts: the same options for every command that asks one.

/// Options that `solve` and `rehearse` share.
#[derive(clap::Args)]
pub(crate) struct Scope {
    /// Only these sides, separated by commas
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    pub(crate) sides: Vec<String>,
    /// Only this named package of the agenda, instead of all outcomes (repeat for more)
    #[arg(long, value_name = "NAME")]
    package: Vec<String>,
    /// Only outcomes with this choice (repeat for more issues)
    #[arg(long, value_name = "ISSUE=OPTION", value_parser = confinement)]
    pub(crate) only: Vec<(String, String)>,
    /// Enough that this many sides accept, instead of all
    #[arg(long, value_name = "K")]
    pub(crate) quorum: Option<usize>,
    /// With a quorum: this side must accept in any case (repeat for more)
    #[arg(long, value_name = "NAME", requires = "quorum")]
    pub(crate) veto: Vec<String>,
}

impl Scope {
    /// The named packages asked about, or `None` for the whole agenda.
    pub(crate) fn packages(&self) -> Option<&[String]> {
        (!self.package.is_empty()).then_some(self.package.as_slice())
    }
}

/// Splits at the first equals sign; clap tells a failure as wrong usage.
pub(crate) fn confinement(text: &str) -> Result<(String, String), String> {
    let (issue, choice) = text.split_once('=').ok_or("ISSUE=OPTION was expected")?;
    Ok((issue.to_owned(), choice.to_owned()))
}
