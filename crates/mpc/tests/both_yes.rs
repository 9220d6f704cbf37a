//! The library example of the README does what it says.
#[path = "../examples/both_yes.rs"]
#[expect(dead_code, reason = "its `main` is for those who run it by hand")]
mod both_yes;

#[test]
fn the_library_example_opens_yes_only_where_both_said_yes() -> Result<(), mpc::Error> {
    for (run, (first, second)) in [(false, false), (false, true), (true, false), (true, true)].into_iter().enumerate() {
        let learnt = both_yes::ask([run as u8; 32], [first, second])?;
        assert_eq!(learnt, [first && second; 2], "{first} and {second}");
    }
    Ok(())
}
