//! Two parties learn whether both said yes, and nothing else.
use mpc::channel::{Channel, ChannelError, Stream};
use mpc::circuit::{Builder, Circuit, Shape};
use std::sync::mpsc::{Receiver, Sender, channel};

struct BothYes;
impl Circuit for BothYes {
    fn build(&self, builder: &mut Builder<'_>) {
        let votes = [builder.input(0), builder.input(1)];
        let both = builder.all(&votes);
        builder.output(both);
    }
}

struct Link([Sender<Vec<u8>>; 2], [Receiver<Vec<u8>>; 2]); // a queue per stream; between machines, encrypt it
impl Channel for Link {
    fn send(&mut self, _to: usize, stream: Stream, message: Vec<u8>) -> Result<(), ChannelError> {
        self.0[stream as usize].send(message).map_err(|_| ChannelError::Closed)
    }
    fn receive(&mut self, _from: usize, stream: Stream) -> Result<Vec<u8>, ChannelError> {
        self.1[stream as usize].recv().map_err(|_| ChannelError::Closed)
    }
}

fn party(link: Link, id: [u8; 32], me: usize, yes: bool) -> Result<bool, mpc::Error> {
    let session = mpc::Session { id, parties: 2, me, parameters: mpc::Parameters::STANDARD };
    let connected = mpc::connect(Box::new(link), session, mpc::Entropy::from_os()?)?;
    let ready = connected.preprocess(&Shape::of(&BothYes))?.bind(&BothYes)?; // needs no input yet
    Ok(ready.evaluate(&[yes])?.0 == [true])
}

/// Every run has its own `id`: in earnest, a hash over the question, both parties' keys and fresh nonces.
pub(crate) fn ask(id: [u8; 32], first: bool, second: bool) -> Result<bool, mpc::Error> {
    let [a, b, c, d] = [(); 4].map(|()| channel());
    let other = std::thread::spawn(move || party(Link([c.0, d.0], [a.1, b.1]), id, 1, second));
    let answer = party(Link([a.0, b.0], [c.1, d.1]), id, 0, first)?;
    assert_eq!(other.join().ok().transpose()?, Some(answer), "both learn the same");
    Ok(answer)
}

fn main() -> Result<(), mpc::Error> {
    assert!(ask([1; 32], true, true)? && !ask([2; 32], true, false)?);
    Ok(())
}
