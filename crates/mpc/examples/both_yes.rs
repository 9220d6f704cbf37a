//! Two parties learn whether both said yes, and nothing else.
use std::sync::mpsc::{Receiver, Sender, channel};

use mpc::channel::{Channel, ChannelError, Stream};
use mpc::circuit::{Builder, Circuit, Shape};

struct BothYes;

impl Circuit for BothYes {
    fn build(&self, builder: &mut Builder<'_>) {
        let (ours, theirs) = (builder.input(0), builder.input(1));
        let both = builder.and(ours, theirs);
        builder.output(both);
    }
}

/// A link inside one process, one queue per stream. Between machines it must be encrypted and authenticated.
struct Link([Sender<Vec<u8>>; 2], [Receiver<Vec<u8>>; 2]);

impl Channel for Link {
    fn send(&mut self, _to: usize, stream: Stream, message: Vec<u8>) -> Result<(), ChannelError> {
        self.0[stream as usize].send(message).map_err(|_| ChannelError::Closed)
    }

    fn receive(&mut self, _from: usize, stream: Stream) -> Result<Vec<u8>, ChannelError> {
        self.1[stream as usize].recv().map_err(|_| ChannelError::Closed)
    }
}

fn party(link: Link, me: usize, yes: bool) -> Result<bool, mpc::Error> {
    let session = mpc::Session {
        id: [7; 32],
        parties: 2,
        me,
        parameters: mpc::Parameters::STANDARD,
    };
    let connected = mpc::connect(Box::new(link), session, mpc::Entropy::from_os()?)?;
    let ready = connected.preprocess(&Shape::of(&BothYes))?.bind(&BothYes)?; // no input is needed up to here
    let (opened, _cost) = ready.evaluate(&BothYes, &[yes])?;
    Ok(opened == [true])
}

pub(crate) fn ask(first: bool, second: bool) -> Result<bool, mpc::Error> {
    let [a, b, c, d] = [(); 4].map(|()| channel());
    let (left, right) = (Link([a.0, b.0], [c.1, d.1]), Link([c.0, d.0], [a.1, b.1]));
    let other = std::thread::spawn(move || party(right, 1, second));
    let answer = party(left, 0, first)?;
    assert_eq!(other.join().ok().transpose()?, Some(answer), "both learn the same");
    Ok(answer)
}

fn main() -> Result<(), mpc::Error> {
    assert!(ask(true, true)?);
    assert!(!ask(true, false)?);
    Ok(())
}
