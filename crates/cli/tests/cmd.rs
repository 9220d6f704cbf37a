//! The commands as transcripts: what is typed, what is said, and the exit code.

#[test]
fn transcripts() {
    trycmd::TestCases::new().case("tests/cmd/*.trycmd");
}
