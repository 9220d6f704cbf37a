//! Windows: what passes, what waits, and what an end refuses to hold.
#![expect(clippy::unwrap_used, reason = "tests stop at the first surprise")]
use super::*;

const MANNERS: Manners =
    Manners { latency: Duration::ZERO, silence: Duration::from_millis(50), patience: Duration::from_millis(50) };

/// An end with as many of the longest messages under way as pass, and how many those are.
fn full() -> (Queues, usize) {
    let queues = Queues::new(MANNERS);
    let mut passed = 0;
    while queues.send(Stream::Rounds, vec![1; MESSAGE_BYTES]).is_ok() {
        passed += 1;
    }
    (queues, passed)
}

#[test]
fn an_abort_passes_where_the_window_is_full_but_not_without_end() {
    let (queues, longs) = full();
    assert_eq!(queues.send(Stream::Rounds, vec![1; SHORT_BYTES + 1]), Err(ChannelError::TimedOut));
    let other = Queues::new(MANNERS);
    (0..longs).for_each(|_| other.arrived(Stream::Rounds, vec![1; MESSAGE_BYTES]).unwrap());
    let mut shorts = 0;
    while queues.send(Stream::Rounds, vec![1; SHORT_BYTES]).is_ok() {
        other.arrived(Stream::Rounds, vec![1; SHORT_BYTES]).unwrap();
        shorts += 1;
    }
    assert!(shorts >= SHORTS_BYTES / (SHORT_BYTES + OVERHEAD_BYTES), "{shorts}");
    let held = longs * MESSAGE_BYTES + shorts * SHORT_BYTES;
    assert!(held < MANNERS.window() + 2 * MESSAGE_BYTES, "{held}");
    assert!(other.arrived(Stream::Rounds, vec![1; SHORT_BYTES]).is_err(), "more than an honest end sends");
}

#[test]
fn what_is_read_is_credited_with_what_it_was_charged() {
    let (queues, longs) = full();
    let other = Queues::new(MANNERS);
    let mut credit = 0;
    for _ in 0..longs {
        other.arrived(Stream::Rounds, vec![1; MESSAGE_BYTES]).unwrap();
        other.receive(Stream::Rounds).unwrap();
        let Next::Credit { stream: Stream::Rounds, bytes } = other.next(&mut Vec::new()) else {
            unreachable!("no credit for a long message")
        };
        credit += bytes;
    }
    queues.credited(Stream::Rounds, credit).unwrap();
    assert!(queues.credited(Stream::Rounds, 1).is_err(), "nothing is under way any more");
}

#[test]
fn tiny_messages_are_held_only_up_to_their_true_cost_and_empty_ones_never() {
    let queues = Queues::new(MANNERS);
    let most = (MANNERS.room(&[1]) / (1 + OVERHEAD_BYTES)) + 1;
    (0..most).for_each(|_| queues.arrived(Stream::Tables, vec![1]).unwrap());
    assert!(queues.arrived(Stream::Tables, vec![1]).is_err());
    assert!(queues.arrived(Stream::Rounds, Vec::new()).is_err());
    assert!(queues.send(Stream::Rounds, Vec::new()).is_err());
}

#[test]
fn a_long_delay_widens_the_window_only_so_far() {
    let window = |seconds| Manners { latency: Duration::from_secs(seconds), ..MANNERS }.window();
    assert!(window(1) > window(0));
    assert_eq!(window(10), window(0) + MOST_DELAYED_BYTES);
    assert_eq!(window(u64::MAX), window(10));
}
