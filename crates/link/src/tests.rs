//! Links between threads over real connections: streams, windows, delays, and every way a link can end.
#![expect(clippy::unwrap_used, clippy::panic, clippy::needless_range_loop, reason = "tests stop at the first surprise")]
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};

use mpc::channel::{Channel, IN_FLIGHT_BYTES, MESSAGE_BYTES};
use mpc::circuit::{Builder, Circuit, Shape};
use mpc::{Entropy, Parameters, Participation};

use super::*;

const MANNERS: Manners =
    Manners { latency: Duration::ZERO, silence: Duration::from_secs(5), patience: Duration::from_secs(20) };

/// Where the parties of one run listen, and their keys.
struct Roster {
    addresses: Vec<SocketAddr>,
    keys: Vec<[u8; 32]>,
}

impl Roster {
    fn attendance<'a>(&'a self, me: usize, own: &'a Identity) -> Attendance<'a> {
        Attendance { run_id: &[9; 32], me, own, keys: &self.keys }
    }

    fn meet(&self, listener: &TcpListener, me: usize, own: &Identity) -> Result<Vec<Option<Proved>>, Error> {
        meet(listener, &self.addresses, &self.attendance(me, own))
    }
}

/// Identities, listeners and the roster of one run.
fn company(parties: usize) -> (Vec<Identity>, Vec<TcpListener>, Roster) {
    let identities: Vec<Identity> = (0..parties).map(|_| Identity::fresh().unwrap()).collect();
    let listeners: Vec<TcpListener> = (0..parties).map(|_| TcpListener::bind("127.0.0.1:0").unwrap()).collect();
    let addresses = listeners.iter().map(|listener| listener.local_addr().unwrap()).collect();
    let keys = identities.iter().map(|identity| identity.public).collect();
    (identities, listeners, Roster { addresses, keys })
}

/// One party's act in a run of linked threads.
type Act<T> = Box<dyn FnOnce(Arc<Links>) -> T + Send>;

/// Runs one act per party over links between all; answers each act's result and traffic.
fn linked<T: Send>(manners: Manners, acts: Vec<Act<T>>) -> Vec<(T, Traffic)> {
    let (identities, listeners, roster) = company(acts.len());
    thread::scope(|scope| {
        let start = |(me, ((own, listener), act)): (usize, ((Identity, TcpListener), Act<T>))| {
            let roster = &roster;
            scope.spawn(move || {
                let met = roster.meet(&listener, me, &own).unwrap();
                let links = Arc::new(Links::start(met, manners).unwrap());
                let result = act(links.clone());
                (result, Arc::into_inner(links).unwrap().close())
            })
        };
        let parts = identities.into_iter().zip(listeners).zip(acts).enumerate();
        let threads: Vec<_> = parts.map(start).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    })
}

fn pair<T: Send>(
    manners: Manners,
    first: impl FnOnce(Port) -> T + Send + 'static,
    second: impl FnOnce(Port) -> T + Send + 'static,
) -> Vec<(T, Traffic)> {
    let open = |links: Arc<Links>| Port::new(links);
    linked(manners, vec![Box::new(move |links| first(open(links))), Box::new(move |links| second(open(links)))])
}

fn message(length: usize, seed: usize) -> Vec<u8> {
    (0..length).map(|at| (at * 31 + seed) as u8).collect()
}

#[test]
fn messages_of_all_lengths_arrive_whole_and_in_order() {
    let lengths = [1, 2, 65_513, 65_514, 65_515, 3 * 65_514, MESSAGE_BYTES];
    let ended = pair(
        MANNERS,
        move |mut port| lengths.iter().all(|n| port.send(1, Stream::Rounds, message(*n, 5)).is_ok()),
        move |mut port| lengths.iter().all(|n| port.receive(0, Stream::Rounds).unwrap() == message(*n, 5)),
    );
    let [(true, sent), (true, received)] = ended.as_slice() else { panic!("a message was lost") };
    assert_eq!((sent.sent, sent.received), (received.received, received.sent), "both ends count alike");
}

#[test]
fn both_may_send_all_that_may_be_under_way_before_either_reads() {
    let act = |other: usize| {
        move |mut port: Port| {
            let pieces = IN_FLIGHT_BYTES / MESSAGE_BYTES;
            (0..pieces).for_each(|n| port.send(other, Stream::Rounds, message(MESSAGE_BYTES, n)).unwrap());
            (0..pieces).all(|n| port.receive(other, Stream::Rounds).unwrap() == message(MESSAGE_BYTES, n))
        }
    };
    let ended = pair(MANNERS, act(1), act(0));
    assert!(ended.iter().all(|(whole, _)| *whole));
}

#[test]
fn a_full_stream_of_tables_does_not_hold_up_the_rounds() {
    let ended = pair(
        MANNERS,
        |mut port| {
            let flood: Vec<_> = (0..8).map(|n| message(MESSAGE_BYTES, n)).collect();
            // The first fill the window; the rest waits for credit in a thread of its own.
            let links = port.0.clone();
            let tables = thread::spawn(move || {
                flood.into_iter().all(|message| links.of(1).unwrap().send(Stream::Tables, message).is_ok())
            });
            thread::sleep(Duration::from_millis(200));
            let rounds =
                port.send(1, Stream::Rounds, vec![1]).is_ok() && port.receive(1, Stream::Rounds).unwrap() == [2];
            rounds && tables.join().unwrap()
        },
        |mut port| {
            let first = port.receive(0, Stream::Rounds).unwrap() == [1];
            port.send(0, Stream::Rounds, vec![2]).unwrap();
            first && (0..8).all(|n| port.receive(0, Stream::Tables).unwrap() == message(MESSAGE_BYTES, n))
        },
    );
    assert!(ended.iter().all(|(whole, _)| *whole));
}

#[test]
fn latency_delays_every_message_and_not_the_throughput() {
    let manners = Manners { latency: Duration::from_millis(100), ..MANNERS };
    let ended = pair(
        manners,
        |mut port| {
            let begun = Instant::now();
            (0..20).for_each(|n| port.send(1, Stream::Rounds, vec![n]).unwrap());
            port.receive(1, Stream::Rounds).unwrap();
            begun.elapsed()
        },
        |mut port| {
            (0..20).for_each(|_| drop(port.receive(0, Stream::Rounds).unwrap()));
            port.send(0, Stream::Rounds, vec![0]).unwrap();
            Duration::ZERO
        },
    );
    let there_and_back = ended[0].0;
    assert!(there_and_back >= Duration::from_millis(200), "{there_and_back:?}");
    assert!(there_and_back < Duration::from_secs(1), "20 messages did not wait for each other: {there_and_back:?}");
}

#[test]
fn an_end_that_leaves_is_noticed_at_once_and_its_last_words_are_read() {
    let ended = pair(
        MANNERS,
        |mut port| {
            port.send(1, Stream::Rounds, b"farewell".to_vec()).unwrap();
            (Ok(Vec::new()), Duration::ZERO)
        },
        |mut port| {
            let begun = Instant::now();
            assert_eq!(port.receive(0, Stream::Rounds).unwrap(), b"farewell");
            (port.receive(0, Stream::Rounds), begun.elapsed())
        },
    );
    assert_eq!(ended[1].0.0, Err(ChannelError::Closed));
    assert!(ended[1].0.1 < Duration::from_secs(1));
}

#[test]
fn an_end_that_lives_but_sends_nothing_is_given_up_after_the_patience() {
    let manners = Manners { silence: Duration::from_secs(60), patience: Duration::from_millis(300), ..MANNERS };
    let ended = pair(
        manners,
        |mut port| port.receive(1, Stream::Rounds),
        |_port| {
            thread::sleep(Duration::from_millis(600));
            Ok(Vec::new())
        },
    );
    assert_eq!(ended[0].0, Err(ChannelError::TimedOut));
}

#[test]
fn an_end_that_computes_for_longer_than_the_silence_allowed_is_waited_for() {
    let ended = pair(
        MANNERS,
        |mut port| port.receive(1, Stream::Rounds),
        |mut port| {
            // Signs of life bridge the time.
            thread::sleep(MANNERS.silence + Duration::from_secs(2));
            port.send(0, Stream::Rounds, vec![1]).map(|()| Vec::new())
        },
    );
    assert_eq!(ended[0].0, Ok(vec![1]));
    assert_eq!(ended[0].1.received, ended[1].1.sent, "signs of life are not counted");
}

#[test]
fn a_bit_changed_on_the_way_breaks_the_link() {
    let (identities, listeners, mut roster) = company(2);
    // A meddler between the two: party 1 dials it instead of party 0.
    let meddler = TcpListener::bind("127.0.0.1:0").unwrap();
    let honest = roster.addresses[0];
    roster.addresses[0] = meddler.local_addr().unwrap();
    thread::spawn(move || meddle(&meddler, honest, 400));
    let mut causes = thread::scope(|scope| {
        let start = |(me, (own, listener)): (usize, (Identity, TcpListener))| {
            let roster = &roster;
            scope.spawn(move || {
                let met = roster.meet(&listener, me, &own).unwrap();
                let links = Links::start(met, MANNERS).unwrap();
                if me == 1 {
                    links.of(0).unwrap().send(Stream::Rounds, message(1000, 1)).unwrap();
                }
                let got = links.of(1 - me).unwrap().receive(Stream::Rounds);
                links.close();
                got
            })
        };
        let threads: Vec<_> = identities.into_iter().zip(listeners).enumerate().map(start).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect::<Vec<_>>()
    });
    assert!(causes.pop().unwrap().is_err());
    let cause = causes.pop().unwrap().unwrap_err().to_string();
    assert!(cause.contains("altered on the way"), "{cause}");
}

/// Passes bytes on both ways, but flips a bit of the byte at `spoil` on the way to `honest`.
fn meddle(meddler: &TcpListener, honest: SocketAddr, spoil: usize) {
    let mut near = meddler.accept().unwrap().0;
    let mut far = TcpStream::connect(honest).unwrap();
    let (mut back_in, mut back_out) = (far.try_clone().unwrap(), near.try_clone().unwrap());
    thread::spawn(move || std::io::copy(&mut back_in, &mut back_out));
    let mut byte = [0];
    let mut at = 0;
    while near.read_exact(&mut byte).is_ok() {
        if at == spoil {
            byte[0] ^= 1;
        }
        at += 1;
        if far.write_all(&byte).is_err() {
            return;
        }
    }
}

#[test]
fn strangers_who_knock_do_not_keep_the_parties_from_meeting() {
    let (identities, listeners, roster) = company(2);
    let address = roster.addresses[0];
    let mut stranger = TcpStream::connect(address).unwrap();
    stranger.write_all(b"GET / HTTP/1.1\r\n\r\n").unwrap();
    let silent = TcpStream::connect(address).unwrap();
    thread::scope(|scope| {
        for (me, (own, listener)) in identities.into_iter().zip(listeners).enumerate() {
            let roster = &roster;
            scope.spawn(move || {
                let met = roster.meet(&listener, me, &own).unwrap();
                Links::start(met, MANNERS).unwrap().close();
            });
        }
    });
    drop(silent);
}

/// Says `first`, then one byte after each pause until nobody listens.
fn drip(mut pipe: TcpStream, first: &[u8], pause: Duration) {
    let mut going = pipe.write_all(first).is_ok();
    while going {
        thread::sleep(pause);
        going = pipe.write_all(&[0]).is_ok();
    }
}

#[test]
fn strangers_who_drip_bytes_hold_nobody_up() {
    let (identities, listeners, roster) = company(2);
    let address = roster.addresses[0];
    // One within the handshake of party 1, one that takes its time to say who it is.
    for (first, pause) in [(&b"BCK1\x01\x00\x30"[..], 500), (&b"B"[..], 2000)] {
        let stranger = TcpStream::connect(address).unwrap();
        thread::spawn(move || drip(stranger, first, Duration::from_millis(pause)));
    }
    let begun = Instant::now();
    thread::scope(|scope| {
        for (me, (own, listener)) in identities.into_iter().zip(listeners).enumerate() {
            let roster = &roster;
            scope.spawn(move || {
                assert!(roster.meet(&listener, me, &own).is_ok());
            });
        }
    });
    assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
}

#[test]
fn a_dialled_end_that_drips_bytes_is_given_up_in_time() {
    let (identities, listeners, roster) = company(2);
    let dripping = listeners[0].try_clone().unwrap();
    thread::spawn(move || drip(dripping.accept().unwrap().0, &[0, 48], Duration::from_millis(500)));
    let begun = Instant::now();
    let Err(Error::Missed { peer, cause }) = roster.meet(&listeners[1], 1, &identities[1]) else {
        panic!("it met a stranger")
    };
    assert_eq!((peer, cause.as_str()), (0, "it did not answer in time"));
    assert!(begun.elapsed() < Duration::from_secs(15), "{:?}", begun.elapsed());
}

#[test]
fn credits_are_not_counted_and_all_else_is() {
    let lengths = [100, 65_514, 65_515, MESSAGE_BYTES, MESSAGE_BYTES, MESSAGE_BYTES];
    let ended = pair(
        MANNERS,
        move |mut port| lengths.iter().all(|n| port.send(1, Stream::Tables, message(*n, 1)).is_ok()),
        move |mut port| lengths.iter().all(|n| port.receive(0, Stream::Tables).is_ok_and(|got| got.len() == *n)),
    );
    assert!(ended.iter().all(|(whole, _)| *whole));
    // Length, kind, number and tag stand around each piece, and around the last word of each end.
    let around = 2 + 5 + frame::TAG_BYTES;
    let framed: usize = lengths.iter().map(|n| n + n.div_ceil(PIECE_BYTES) * around).sum();
    let (dialler, other) = (noise::HANDSHAKE_BYTES + meeting::HELLO_BYTES, noise::HANDSHAKE_BYTES);
    let (sent, received) = (other + (framed + around) as u64, dialler + around as u64);
    assert_eq!(ended[0].1, Traffic { sent, received }, "the credits that came back are not among what was received");
    assert_eq!(ended[1].1, Traffic { sent: received, received: sent });
}

/// `(a ∧ b) ⊕ c` for each of `width` bits of three parties.
struct Small {
    width: usize,
}

impl Circuit for Small {
    fn build(&self, builder: &mut Builder<'_>) {
        let inputs: Vec<_> = (0..3).map(|party| builder.inputs(party, self.width)).collect();
        for at in 0..self.width {
            let both = builder.and(inputs[0][at], inputs[1][at]);
            let out = builder.xor(both, inputs[2][at]);
            builder.output(out);
        }
    }
}

#[test]
fn the_engine_runs_over_links_and_every_run_has_the_same_traffic() {
    let run = |fill: u8| {
        let act = |me: usize| -> Act<Vec<bool>> {
            Box::new(move |links| {
                let circuit = Small { width: 40 };
                let part = Participation { run_id: [3; 32], parties: 3, me, parameters: Parameters::STANDARD };
                let bits: Vec<bool> = (0..40).map(|at| (fill >> ((at + me) % 8)) & 1 == 1).collect();
                let port = Port::new(links);
                let connected = mpc::connect(Box::new(port), part, Entropy::from_os().unwrap()).unwrap();
                let bound = connected.preprocess(&Shape::of(&circuit)).unwrap().bind(&circuit).unwrap();
                bound.evaluate(&bits).unwrap().0
            })
        };
        linked(MANNERS, (0..3).map(act).collect())
    };
    let (first, second) = (run(0b1011_0010), run(0));
    let bit = |at: usize| (0b1011_0010u8 >> (at % 8)) & 1 == 1;
    let expected: Vec<bool> = (0..40).map(|at| (bit(at) && bit(at + 1)) ^ bit(at + 2)).collect();
    assert!(first.iter().all(|(outputs, _)| *outputs == expected));
    let traffic = |ended: &[(Vec<bool>, Traffic)]| ended.iter().map(|(_, traffic)| *traffic).collect::<Vec<_>>();
    assert_eq!(traffic(&first), traffic(&second));
}

#[cfg(unix)]
mod over_pipes {
    use std::os::unix::net::UnixStream;

    use super::*;

    type Ends = Vec<Option<Box<dyn Pipe>>>;

    /// A pipe between every two of `parties`, each party's ends by the other.
    fn pipes(parties: usize) -> Vec<Ends> {
        let mut ends: Vec<Ends> = (0..parties).map(|_| (0..parties).map(|_| None).collect()).collect();
        for low in 0..parties {
            for high in low + 1..parties {
                let (one, other) = UnixStream::pair().unwrap();
                ends[low][high] = Some(Box::new(one));
                ends[high][low] = Some(Box::new(other));
            }
        }
        ends
    }

    const SOON: Duration = Duration::from_secs(1);

    #[test]
    fn links_stand_over_any_pipe() {
        let (identities, _, roster) = company(3);
        let traffic: Vec<Traffic> = thread::scope(|scope| {
            let start = |(me, (own, ends)): (usize, (Identity, Ends))| {
                let roster = &roster;
                scope.spawn(move || {
                    let links = Links::over(ends, &roster.attendance(me, &own), SOON, MANNERS).unwrap();
                    let others = || (0..3).filter(|peer| *peer != me);
                    others().for_each(|peer| links.of(peer).unwrap().send(Stream::Rounds, vec![me as u8]).unwrap());
                    others().for_each(|peer| {
                        assert_eq!(links.of(peer).unwrap().receive(Stream::Rounds).unwrap(), [peer as u8]);
                    });
                    links.close()
                })
            };
            let threads: Vec<_> = identities.into_iter().zip(pipes(3)).enumerate().map(start).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert!(traffic.iter().all(|one| one.sent == one.received && *one == traffic[0]), "{traffic:?}");
    }

    #[test]
    fn who_is_of_another_run_or_silent_is_named_and_the_others_are_not_waited_for() {
        let (identities, _, roster) = company(3);
        let mut all = pipes(3);
        let (stranger, own) = (all.pop().unwrap(), all.swap_remove(0));
        thread::scope(|scope| {
            scope.spawn(|| {
                let attendance = Attendance { run_id: &[8; 32], ..roster.attendance(2, &identities[2]) };
                assert!(prove(stranger, &attendance, SOON).is_err());
            });
            // Party 1 says nothing at all, and its ends stay open.
            let begun = Instant::now();
            let refused = prove(own, &roster.attendance(0, &identities[0]), Duration::from_secs(60));
            assert!(matches!(refused, Err(Error::Missed { peer: 2, .. })), "{:?}", refused.err());
            assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
        });
        let begun = Instant::now();
        let mut all = pipes(2);
        let silent = prove(
            all.swap_remove(1),
            &Attendance { keys: &roster.keys[..2], ..roster.attendance(1, &identities[1]) },
            SOON,
        );
        let Err(Error::Missed { peer: 0, cause }) = silent else { panic!("it met a silent end") };
        assert_eq!(cause, "it did not answer in time");
        assert!(begun.elapsed() >= SOON);
    }

    #[test]
    fn connections_that_do_not_fit_the_parties_are_refused() {
        let (identities, _, roster) = company(2);
        for ends in [pipes(3).swap_remove(0), pipes(2).swap_remove(1), vec![None, None]] {
            let refused = prove(ends, &roster.attendance(0, &identities[0]), SOON);
            assert!(matches!(refused, Err(Error::Misuse(_))));
        }
    }
}
