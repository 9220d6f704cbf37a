//! Two parties learn whether both said yes, and nothing else.
use mpc::channel::{InProcess, in_process};
use mpc::circuit::{Builder, Circuit, Shape};

struct BothYes;
impl Circuit for BothYes {
    fn build(&self, builder: &mut Builder<'_>) {
        let votes = [builder.input(0), builder.input(1)];
        let both = builder.all(&votes);
        builder.output(both);
    }
}

fn party(link: InProcess, run_id: [u8; 32], me: usize, yes: bool) -> Result<bool, mpc::Error> {
    let part = mpc::Participation { run_id, parties: 2, me, parameters: mpc::Parameters::STANDARD };
    let connected = mpc::connect(Box::new(link), part, mpc::Entropy::from_os()?)?;
    let ready = connected.preprocess(&Shape::of(&BothYes))?.bind(&BothYes)?; // needs no input yet
    Ok(ready.evaluate(&[yes])?.0 == [true])
}

/// No two runs share a `run_id`: in earnest it is a hash over the question, both parties' keys and fresh nonces.
pub(crate) fn ask(run_id: [u8; 32], votes: [bool; 2]) -> Result<Vec<bool>, mpc::Error> {
    std::thread::scope(|scope| {
        let links = in_process(2).into_iter().zip(votes).enumerate(); // between machines, encrypt them
        let start = |(me, (link, yes))| scope.spawn(move || party(link, run_id, me, yes));
        links.map(start).collect::<Vec<_>>().into_iter().filter_map(|thread| thread.join().ok()).collect()
    })
}

fn main() -> Result<(), mpc::Error> {
    assert!(ask([1; 32], [true, true])? == [true; 2] && ask([2; 32], [true, false])? == [false; 2]);
    Ok(())
}
